using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Providers.AlibabaOss.Signing;

/// <summary>The older RPC signature (HMAC-SHA1 over the sorted query) that the STS calls of the credential chain use.</summary>
public static class LegacyRpcSigner
{
    /// <summary>The base64 value of the <c>Signature</c> parameter.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="query">Every parameter but the signature, not encoded.</param>
    /// <param name="secret">The access key's secret.</param>
    public static string Signature(string method, IEnumerable<KeyValuePair<string, string>> query, string secret)
    {
        var toSign = method + "&%2F&" + PercentEncoding.Encode(Acs3Signer.CanonicalQuery(query));
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret + "&"), Encoding.UTF8.GetBytes(toSign)));
    }
}
