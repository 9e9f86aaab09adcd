using System.Globalization;
using System.Net;
using MediaFlows.Core.Errors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Host.Settings;

/// <summary>Reads typed settings and collects what cannot be used, so that a person corrects everything in one go.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    private readonly InputErrors _errors = new();

    public IReadOnlyList<Uri> Urls(string name, string absent)
    {
        var urls = new List<Uri>();
        foreach (var text in (Text(name) ?? absent).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Kestrel's own wildcards are no URIs; the unspecified address means the same.
            var plain = text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
            if (Uri.TryCreate(plain, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/") urls.Add(uri);
            else _errors.Add(name, $"The setting {name} holds '{text}', which is no address such as http://127.0.0.1:7071.");
        }

        return urls;
    }

    public Uri? Url(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0) return uri;
        _errors.Add(name, $"The setting {name} is no http or https address.");
        return null;
    }

    public string? Name(string name)
    {
        if (Text(name) is not { } text) return null;
        // Also the name of a blob container, so its rule is the container's.
        if (text.Length is >= 3 and <= 54 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && !text.Contains("--", StringComparison.Ordinal) && text[^1] != '-') return text;
        _errors.Add(name, $"The setting {name} has 3 to 54 lower-case letters, digits and single dashes, and begins with a letter.");
        return null;
    }

    public double Number(string name, double absent, double min, double max)
    {
        if (Text(name) is not { } text) return absent;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max) return n;
        _errors.Add(name, $"The setting {name} is a number from {min} to {max}.");
        return absent;
    }

    public IReadOnlyList<string> List(string name) =>
        (Text(name) ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<IPNetwork> Networks(string name)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in List(name))
        {
            if (IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(text, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else _errors.Add(name, $"The setting {name} holds '{text}', which is no address or network such as 10.0.0.0/8.");
        }

        return networks;
    }

    public LogLevel Level(string name, LogLevel absent)
    {
        if (Text(name) is not { } text) return absent;
        if (Enum.TryParse<LogLevel>(text, ignoreCase: true, out var level) && Enum.IsDefined(level)) return level;
        _errors.Add(name, $"The setting {name} is one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
        return absent;
    }

    public void ThrowIfWrong() => _errors.ThrowIfAny();

    private string? Text(string name) => configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
