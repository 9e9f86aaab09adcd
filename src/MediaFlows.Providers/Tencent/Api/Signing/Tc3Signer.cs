using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Providers.Tencent.Api.Signing;

/// <summary>Signs API calls with TC3-HMAC-SHA256, the scheme of every Tencent Cloud API of version 3.</summary>
public static class Tc3Signer
{
    /// <summary>Algorithm name in the header.</summary>
    public const string Algorithm = "TC3-HMAC-SHA256";

    /// <summary>Service name in the credential scope of every VOD call.</summary>
    public const string VodService = "vod";

    private const string SignedHeaders = "content-type;host";

    /// <summary>Signs <paramref name="request"/>. Pure: the same input gives the same signature.</summary>
    public static Tc3Signature Sign(TencentCredential credential, Tc3Request request, string service = VodService)
    {
        var date = DateTimeOffset.FromUnixTimeSeconds(request.UnixSeconds).ToString("yyyy-MM-dd");
        var bodyHash = Convert.ToHexStringLower(SHA256.HashData(request.Body.Span));
        var canonical = $"POST\n/\n\ncontent-type:{Canonical(request.ContentType)}\nhost:{Canonical(request.Host)}\n\n{SignedHeaders}\n{bodyHash}";
        var canonicalHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var scope = $"{date}/{service}/tc3_request";
        var toSign = $"{Algorithm}\n{request.UnixSeconds}\n{scope}\n{canonicalHash}";
        var keys = Tc3Keys.Derive(credential.SecretKey, date, service);
        var value = Convert.ToHexStringLower(HMACSHA256.HashData(keys.Signing, Encoding.UTF8.GetBytes(toSign)));
        return new Tc3Signature(
            bodyHash,
            canonicalHash,
            value,
            $"{Algorithm} Credential={credential.SecretId}/{scope}, SignedHeaders={SignedHeaders}, Signature={value}");
    }

    private static string Canonical(string header) => header.Trim().ToLowerInvariant();
}
