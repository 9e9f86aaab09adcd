using System.Net;
using MediaFlows.Core.Errors;

namespace MediaFlows.Storage.Urls;

/// <summary>
/// Hosts and address ranges that may be fetched although they are not public, for development and private networks:
/// <c>MEDIAFLOWS_URL_ALLOW=127.0.0.1,10.1.0.0/16,media.internal,*.lan</c>.
/// </summary>
public sealed class UrlAllowList
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "MEDIAFLOWS_URL_ALLOW";

    private readonly List<AddressBlock> _blocks = [];
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _suffixes = [];

    private UrlAllowList()
    {
    }

    /// <summary>Allows nothing beyond the public internet.</summary>
    public static UrlAllowList None { get; } = new();

    /// <summary>Reads a list separated by commas, semicolons or blanks.</summary>
    /// <exception cref="FlowException"><c>MF1001</c> naming the entry that cannot be read.</exception>
    public static UrlAllowList Parse(string? text)
    {
        var list = new UrlAllowList();
        foreach (var entry in (text ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) list.Add(entry);
        return list;
    }

    /// <summary>True when every address of <paramref name="host"/> may be used.</summary>
    public bool AllowsHost(string host)
    {
        var name = host.TrimEnd('.');
        return _hosts.Contains(name) || _suffixes.Exists(s => name.Length > s.Length && name.EndsWith(s, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True when <paramref name="address"/> lies in an allowed range.</summary>
    public bool AllowsAddress(IPAddress address) => _blocks.Exists(b => b.Contains(address));

    private void Add(string entry)
    {
        if (AddressBlock.TryParse(entry.Trim('[', ']')) is { } block) _blocks.Add(block);
        else if (entry.StartsWith("*.", StringComparison.Ordinal) && IsName(entry[2..])) _suffixes.Add(entry[1..]);
        else if (IsName(entry)) _hosts.Add(entry);
        else throw new FlowException(ErrorCodes.InvalidInput, $"The setting {Setting} has an entry that is no host, address or range: {entry}.", "Use entries such as 127.0.0.1, 10.1.0.0/16, media.internal or *.lan.");
    }

    private static bool IsName(string text) => Uri.CheckHostName(text) == UriHostNameType.Dns;
}
