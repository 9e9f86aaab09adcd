namespace MediaFlows.Storage.Urls;

/// <summary>What a URL must look like before anything is looked up for it.</summary>
internal static class UrlRules
{
    private const int MaxLength = 8192;

    /// <summary>The URL without its fragment.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF5002</c>.</exception>
    public static Uri Parse(string text)
    {
        if (text.Length > MaxLength) throw UrlRefusals.Malformed($"it is longer than {MaxLength} characters");

        // Characters that parsers disagree about: two readings of one URL are how a check is passed and another host is reached.
        if (text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\')) throw UrlRefusals.Malformed("it holds blanks, backslashes or control characters");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)) throw UrlRefusals.Malformed("it cannot be read");
        return Check(url);
    }

    /// <summary>Follows <paramref name="location"/> of a redirect from <paramref name="from"/>.</summary>
    public static Uri Follow(Uri from, Uri location) => Parse(new Uri(from, location).AbsoluteUri);

    private static Uri Check(Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) throw UrlRefusals.Malformed("only http and https are fetched");
        if (Authority(url.OriginalString).Contains('@', StringComparison.Ordinal)) throw UrlRefusals.Malformed("it holds a user name or password");
        if (url.IdnHost.Length == 0) throw UrlRefusals.Malformed("it names no host");

        // A last label of digits is an IPv4 address in one of its old spellings (octal, hex, too few parts) that resolvers read differently.
        if (url.HostNameType == UriHostNameType.Dns && EndsInNumber(url.IdnHost)) throw UrlRefusals.Malformed("its host is an address in an unusual spelling");
        return url.Fragment.Length == 0 ? url : new Uri(url.GetLeftPart(UriPartial.Query));
    }

    private static string Authority(string text)
    {
        var start = text.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = text.IndexOfAny(['/', '?', '#'], start);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static bool EndsInNumber(string host)
    {
        var last = host.TrimEnd('.').Split('.')[^1];
        return last.Length > 0 && (last.All(char.IsAsciiDigit) || (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && last.Skip(2).All(char.IsAsciiHexDigit)));
    }
}
