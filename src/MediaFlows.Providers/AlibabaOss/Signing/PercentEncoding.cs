namespace MediaFlows.Providers.AlibabaOss.Signing;

/// <summary>
/// RFC 3986 percent-encoding in its strict form, which every Alibaba signature is computed over: only letters, digits and <c>-_.~</c> stay bare.
/// (One official SDK leaves <c>!*()</c> bare; the service accepts the strict form everywhere.)
/// </summary>
public static class PercentEncoding
{
    /// <summary>Encodes one name, value or path segment; a space becomes <c>%20</c>.</summary>
    public static string Encode(string value) => Uri.EscapeDataString(value);

    /// <summary>Encodes an object key and keeps its slashes.</summary>
    public static string EncodePath(string key) => Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal);

    /// <summary>A query string without the question mark, in the order given; an empty value is written as the name alone.</summary>
    public static string Query(IEnumerable<KeyValuePair<string, string?>> parameters) =>
        string.Join('&', parameters.Select(p => string.IsNullOrEmpty(p.Value) ? Encode(p.Key) : Encode(p.Key) + "=" + Encode(p.Value)));
}
