using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Providers.AlibabaOss.Signing;

/// <summary>The <c>ACS3-HMAC-SHA256</c> signature of Alibaba Cloud's management APIs, IMM among them.</summary>
public static class Acs3Signer
{
    /// <summary>The algorithm's name on the wire.</summary>
    public const string Algorithm = "ACS3-HMAC-SHA256";

    /// <summary>SHA-256 of an empty body.</summary>
    public const string EmptyBodyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The canonical query: sorted, every parameter with an equals sign.</summary>
    public static string CanonicalQuery(IEnumerable<KeyValuePair<string, string>> query) =>
        string.Join('&', query
            .Select(p => (Name: PercentEncoding.Encode(p.Key), Value: PercentEncoding.Encode(p.Value)))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => p.Name + "=" + p.Value));

    /// <summary>The canonical request, whose SHA-256 is signed.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="query">Query parameters, not encoded.</param>
    /// <param name="headers">All headers with lower-case names; <c>host</c>, <c>content-type</c> and <c>x-acs-*</c> are signed.</param>
    public static string CanonicalRequest(string method, IEnumerable<KeyValuePair<string, string>> query, IReadOnlyDictionary<string, string> headers)
    {
        var signed = Signed(headers);
        return string.Join(
            '\n',
            method,
            "/",
            CanonicalQuery(query),
            string.Concat(signed.Select(h => h.Key + ":" + h.Value.Trim() + "\n")),
            string.Join(';', signed.Select(h => h.Key)),
            headers["x-acs-content-sha256"]);
    }

    /// <summary>The lower-case hex signature.</summary>
    public static string Signature(string method, IEnumerable<KeyValuePair<string, string>> query, IReadOnlyDictionary<string, string> headers, string secret)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest(method, query, headers))));
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Algorithm + "\n" + hash)));
    }

    /// <summary>The <c>Authorization</c> header.</summary>
    public static string Authorization(
        string method, IEnumerable<KeyValuePair<string, string>> query, IReadOnlyDictionary<string, string> headers, string accessKeyId, string secret) =>
        $"{Algorithm} Credential={accessKeyId},SignedHeaders={string.Join(';', Signed(headers).Select(h => h.Key))},Signature={Signature(method, query, headers, secret)}";

    private static List<KeyValuePair<string, string>> Signed(IReadOnlyDictionary<string, string> headers) =>
        [.. headers.Where(h => h.Key is "host" or "content-type" || h.Key.StartsWith("x-acs-", StringComparison.Ordinal)).OrderBy(h => h.Key, StringComparer.Ordinal)];
}
