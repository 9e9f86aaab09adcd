using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Providers.AlibabaOss.Signing;

/// <summary>The <c>OSS4-HMAC-SHA256</c> signature in headers and in presigned URLs.</summary>
public static class OssV4Signer
{
    /// <summary>The algorithm's name on the wire.</summary>
    public const string Algorithm = "OSS4-HMAC-SHA256";

    /// <summary>The payload hash that is always sent: OSS does not sign bodies.</summary>
    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    /// <summary>Longest lifetime of a presigned URL in seconds (7 days).</summary>
    public const int MaxExpiresSeconds = 604_800;

    /// <summary>The time as <c>x-oss-date</c> carries it.</summary>
    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The scope of a signature: day, region (without <c>oss-</c>), product.</summary>
    public static string Scope(string date, string region) => $"{date[..8]}/{region}/oss/aliyun_v4_request";

    /// <summary>The canonical request, whose SHA-256 is signed.</summary>
    /// <param name="request">What is sent, <c>x-oss-date</c> and <c>x-oss-content-sha256</c> included for a header signature.</param>
    /// <param name="additionalHeaders">Names of further headers to sign; the default ones among them are ignored.</param>
    public static string CanonicalRequest(OssSigningRequest request, IReadOnlyCollection<string>? additionalHeaders = null)
    {
        var additional = Additional(additionalHeaders);
        var uri = request.Bucket is null ? "/" : "/" + PercentEncoding.EncodePath(request.Bucket) + "/" + PercentEncoding.EncodePath(request.Key ?? "");
        var query = request.Query
            .Select(p => (Name: PercentEncoding.Encode(p.Key), Value: string.IsNullOrEmpty(p.Value) ? "" : "=" + PercentEncoding.Encode(p.Value)))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => p.Name + p.Value);
        var headers = request.Headers
            .Select(h => (Name: h.Key.ToLowerInvariant(), Value: h.Value.Trim()))
            .Where(h => IsSignedByDefault(h.Name) || additional.Contains(h.Name))
            .OrderBy(h => h.Name, StringComparer.Ordinal)
            .Select(h => h.Name + ":" + h.Value + "\n");
        return string.Join('\n', request.Method, uri, string.Join('&', query), string.Concat(headers), string.Join(';', additional), UnsignedPayload);
    }

    /// <summary>The lower-case hex signature.</summary>
    /// <param name="request">What is signed.</param>
    /// <param name="date">As <see cref="Date"/> gives it.</param>
    /// <param name="region">Region without <c>oss-</c>.</param>
    /// <param name="secret">The access key's secret.</param>
    /// <param name="additionalHeaders">Further headers to sign.</param>
    public static string Signature(OssSigningRequest request, string date, string region, string secret, IReadOnlyCollection<string>? additionalHeaders = null)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest(request, additionalHeaders))));
        var toSign = string.Join('\n', Algorithm, date, Scope(date, region), hash);
        var key = Encoding.UTF8.GetBytes("aliyun_v4" + secret);
        foreach (var part in (string[])[date[..8], region, "oss", "aliyun_v4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    /// <summary>The <c>Authorization</c> header.</summary>
    public static string Authorization(
        OssSigningRequest request, string date, string region, string accessKeyId, string secret, IReadOnlyCollection<string>? additionalHeaders = null)
    {
        var additional = Additional(additionalHeaders);
        var names = additional.Count == 0 ? "" : ",AdditionalHeaders=" + string.Join(';', additional);
        return $"{Algorithm} Credential={accessKeyId}/{Scope(date, region)}{names},Signature={Signature(request, date, region, secret, additionalHeaders)}";
    }

    /// <summary>The query of a presigned URL: the request's own parameters, the signing parameters and at last the signature.</summary>
    /// <param name="request">What the holder of the URL may do; its headers must be sent unchanged by the holder.</param>
    /// <param name="time">UTC time of signing.</param>
    /// <param name="expiresSeconds">Lifetime from <paramref name="time"/> in seconds, at most <see cref="MaxExpiresSeconds"/>.</param>
    /// <param name="region">Region without <c>oss-</c>.</param>
    /// <param name="accessKeyId">Access key.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="securityToken">STS token, or null.</param>
    public static IReadOnlyList<KeyValuePair<string, string?>> Presign(
        OssSigningRequest request, DateTimeOffset time, int expiresSeconds, string region, string accessKeyId, string secret, string? securityToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(expiresSeconds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expiresSeconds, MaxExpiresSeconds);
        var date = Date(time);
        List<KeyValuePair<string, string?>> query =
        [
            .. request.Query,
            new("x-oss-signature-version", Algorithm),
            new("x-oss-date", date),
            new("x-oss-expires", expiresSeconds.ToString(CultureInfo.InvariantCulture)),
            new("x-oss-credential", accessKeyId + "/" + Scope(date, region)),
        ];
        if (!string.IsNullOrEmpty(securityToken)) query.Add(new("x-oss-security-token", securityToken));
        query.Add(new("x-oss-signature", Signature(request with { Query = query }, date, region, secret)));
        return query;
    }

    private static bool IsSignedByDefault(string name) =>
        name.StartsWith("x-oss-", StringComparison.Ordinal) || name is "content-type" or "content-md5";

    private static List<string> Additional(IReadOnlyCollection<string>? names) =>
        [.. (names ?? []).Select(n => n.ToLowerInvariant()).Where(n => !IsSignedByDefault(n)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
