using System.Text.RegularExpressions;
using MediaFlows.Providers.AlibabaOss.Credentials;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.AlibabaOss.Discovery;

/// <summary>
/// Finds bucket and region in the documented order: what the caller gives goes first and is not this class's matter, then the environment (settings),
/// then the shell files, the first of which that sets a name wins. Of those files just these two names are taken.
/// </summary>
public sealed partial class PlaceDiscovery(IConfiguration settings, ICredentialFiles files)
{
    /// <summary>Names of the two settings.</summary>
    public const string Bucket = "ALIBABA_CLOUD_OSS_BUCKET", Region = "ALIBABA_CLOUD_OSS_REGION";

    /// <summary>The files in the documented order.</summary>
    public IReadOnlyList<string> ShellFiles => OperatingSystem.IsWindows()
        ? [Path.Combine(files.Home, ".env"), Path.Combine(files.Home, "alibaba.env")]
        : ["/etc/environment", "/etc/profile", .. new[] { ".bashrc", ".profile", ".bash_profile", ".zshrc", ".env" }.Select(f => Path.Combine(files.Home, f))];

    /// <summary>The value of one of the two names, or null when no source sets it.</summary>
    public FoundSetting? Find(string name)
    {
        if (Setting(name) is { } set) return new FoundSetting(set, "settings");
        foreach (var path in ShellFiles)
        {
            if (Read(path)?.GetValueOrDefault(name) is not { Length: > 0 } value) continue;
            // An expanded variable may hold anything, a secret too: what is no name of a bucket or region goes no further.
            return new FoundSetting(PlainName().IsMatch(value) ? value : null, path);
        }

        return null;
    }

    private IReadOnlyDictionary<string, string>? Read(string path)
    {
        try
        {
            return files.ReadText(path) is { } text ? ShellFile.Parse(text, Setting) : null;
        }
        catch (CredentialStepException)
        {
            // A profile that this account may not read sets nothing for it.
            return null;
        }
    }

    private string? Setting(string name) => settings[name] is { } v && !string.IsNullOrWhiteSpace(v) ? v.Trim() : null;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,62}$", RegexOptions.NonBacktracking)]
    private static partial Regex PlainName();
}
