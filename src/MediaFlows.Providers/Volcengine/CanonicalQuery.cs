namespace MediaFlows.Providers.Volcengine;

/// <summary>
/// The query string in the one form that is signed and sent: RFC 3986 encoding, sorted by key, empty values keep their <c>=</c>.
/// </summary>
public static class CanonicalQuery
{
    /// <summary>Joins <paramref name="parameters"/> as <c>k=v&amp;k=v</c>. A key that occurs twice keeps the order of its values.</summary>
    public static string Build(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => Encode(p.Key) + "=" + Encode(p.Value)));

    /// <summary>Percent-encodes everything but <c>A-Z a-z 0-9 - _ . ~</c>, with upper-case hex and <c>%20</c> for a space.</summary>
    public static string Encode(string value) => Uri.EscapeDataString(value);
}
