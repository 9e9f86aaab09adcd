using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Providers.AlibabaOss.Signing;

/// <summary>The older RPC signature (over the sorted query) that the STS calls of the credential chain use.</summary>
public static class LegacyRpcSigner
{
    /// <summary>The base64 value of the <c>Signature</c> parameter.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="query">Every parameter but the signature, not encoded.</param>
    /// <param name="secret">The access key's secret.</param>
    public static string Signature(string method, IEnumerable<KeyValuePair<string, string>> query, string secret) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret + "&"), StringToSign(method, query)));

    /// <summary>The same for <c>SHA256withRSA</c> with a key pair's private half.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="query">Every parameter but the signature, not encoded.</param>
    /// <param name="key">The private key.</param>
    public static string RsaSignature(string method, IEnumerable<KeyValuePair<string, string>> query, RSA key) =>
        Convert.ToBase64String(key.SignData(StringToSign(method, query), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static byte[] StringToSign(string method, IEnumerable<KeyValuePair<string, string>> query) =>
        Encoding.UTF8.GetBytes(method + "&%2F&" + PercentEncoding.Encode(Acs3Signer.CanonicalQuery(query)));
}
