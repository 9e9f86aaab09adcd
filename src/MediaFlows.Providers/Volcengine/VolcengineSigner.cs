using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Providers.Volcengine;

/// <summary>
/// The request signature of every Volcengine and BytePlus OpenAPI (HMAC-SHA256 over a canonical request). Pure: same input, same signature.
/// The key chain starts from the secret as it is, without a prefix.
/// </summary>
public static class VolcengineSigner
{
    /// <summary>Lower-case hex SHA-256 of nothing.</summary>
    public const string EmptyBodyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private const string Algorithm = "HMAC-SHA256";

    /// <summary>Signs the headers of <paramref name="request"/> as of <paramref name="at"/> (any offset; UTC is what counts).</summary>
    public static VolcengineSignature Sign(SignableRequest request, VolcengineCredential credential, VolcengineScope scope, DateTimeOffset at)
    {
        var date = FormatDate(at);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["x-date"] = date };
        foreach (var (name, value) in request.Headers) headers[name.ToLowerInvariant()] = value.Trim();
        if (credential.SessionToken is not null) headers["x-security-token"] = credential.SessionToken;

        var names = string.Join(';', headers.Keys);
        var lines = string.Concat(headers.Select(h => $"{h.Key}:{h.Value}\n"));
        var canonical = string.Join('\n', request.Method, request.Path, CanonicalQuery.Build(request.Query), lines, names, request.BodyHash);
        var signature = Compute(canonical, credential.SecretKey, scope, date);
        var authorization = $"{Algorithm} Credential={credential.AccessKey}/{scope.On(date[..8])}, SignedHeaders={names}, Signature={signature}";
        return new VolcengineSignature(authorization, date, signature, canonical);
    }

    /// <summary>
    /// A query-signed <c>GET</c> query string, in the form of the Node SDK (no header is signed). The SDKs differ from each other here,
    /// so header signing is what calls use; this serves links that are handed to a browser.
    /// </summary>
    public static string SignQuery(
        IReadOnlyList<KeyValuePair<string, string>> query, VolcengineCredential credential, VolcengineScope scope, DateTimeOffset at)
    {
        var date = FormatDate(at);
        List<KeyValuePair<string, string>> all =
        [
            .. query,
            new("X-Date", date),
            new("X-NotSignBody", ""),
            new("X-Credential", $"{credential.AccessKey}/{scope.On(date[..8])}"),
            new("X-Algorithm", Algorithm),
            new("X-SignedHeaders", ""),
        ];
        if (credential.SessionToken is not null) all.Add(new("X-Security-Token", credential.SessionToken));
        var signedQueries = string.Join(';', all.Select(p => p.Key).Order(StringComparer.Ordinal));
        var canonical = string.Join('\n', "GET", "/", CanonicalQuery.Build(all), "\n", "", EmptyBodyHash);
        all.Add(new("X-SignedQueries", signedQueries));
        return CanonicalQuery.Build(all) + "&X-Signature=" + Compute(canonical, credential.SecretKey, scope, date);
    }

    /// <summary>The signing key of a day, region and service.</summary>
    public static byte[] SigningKey(string secretKey, VolcengineScope scope, string date)
    {
        var key = Hmac(Encoding.UTF8.GetBytes(secretKey), date);
        key = Hmac(key, scope.Region);
        key = Hmac(key, scope.Service);
        return Hmac(key, "request");
    }

    /// <summary>Lower-case hex SHA-256 of body bytes, the value of <c>X-Content-Sha256</c>.</summary>
    public static string HashBody(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary><c>yyyyMMdd'T'HHmmss'Z'</c> in UTC, the value of <c>X-Date</c>.</summary>
    public static string FormatDate(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Compute(string canonical, string secretKey, VolcengineScope scope, string date)
    {
        var toSign = string.Join('\n', Algorithm, date, scope.On(date[..8]), HashBody(Encoding.UTF8.GetBytes(canonical)));
        return Convert.ToHexStringLower(Hmac(SigningKey(secretKey, scope, date[..8]), toSign));
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
