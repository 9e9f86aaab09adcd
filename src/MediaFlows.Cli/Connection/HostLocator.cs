using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Connection;

/// <summary>Finds the host: options, environment, profile, a running <c>serve</c>; in that order.</summary>
internal sealed class HostLocator(ConnectionOptions options)
{
    /// <summary>The configured or running host, or null when there is none.</summary>
    public HostConnection? Find(ParseResult parsed)
    {
        var profile = Profile(parsed.GetValue(options.Profile) ?? Environment.GetEnvironmentVariable("MEDIAFLOWS_PROFILE"));
        var url = parsed.GetValue(options.Url) ?? Environment.GetEnvironmentVariable("MEDIAFLOWS_URL") ?? profile?["url"]?.GetValue<string>();
        var running = RunningHost.Find();
        if (string.IsNullOrWhiteSpace(url))
            return running is null ? null : new HostConnection(new Uri(running.Url), ReadKey(running.KeyFile), running.MediaRoot);

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, $"'{url}' is not an http or https address.");
        var keyFile = parsed.GetValue(options.KeyFile) ?? profile?["keyFile"]?.GetValue<string>();
        var sameHost = running is not null && Uri.Compare(new Uri(running.Url), uri, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
        var key = keyFile is not null ? ReadKey(keyFile)
            : Environment.GetEnvironmentVariable("MEDIAFLOWS_API_KEY") is { Length: > 0 } given ? given
            : sameHost ? ReadKey(running!.KeyFile)
            : throw new CliException(ExitCodes.NotStarted, ErrorCodes.Unauthorized, $"There is no API key for {uri}.", "Give --key-file, or set MEDIAFLOWS_API_KEY.");
        return new HostConnection(uri, key, sameHost ? running!.MediaRoot : null);
    }

    private static string ReadKey(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.NotStarted, ErrorCodes.Unauthorized, $"The API key file {path} cannot be read.", "Check the path and its permissions.");
        }
    }

    private static JsonNode? Profile(string? name)
    {
        if (!File.Exists(HomeFolder.ProfilesFile))
            return name is null ? null : throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, $"There is no {HomeFolder.ProfilesFile} with a profile '{name}'.");
        try
        {
            var profile = JsonNode.Parse(File.ReadAllText(HomeFolder.ProfilesFile))?["profiles"]?[name ?? "default"];
            return profile is null && name is not null
                ? throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, $"There is no profile '{name}' in {HomeFolder.ProfilesFile}.")
                : profile;
        }
        catch (JsonException e)
        {
            throw new CliException(ExitCodes.NotStarted, ErrorCodes.BadJson, $"{HomeFolder.ProfilesFile} is not valid JSON: {e.Message}");
        }
    }
}
