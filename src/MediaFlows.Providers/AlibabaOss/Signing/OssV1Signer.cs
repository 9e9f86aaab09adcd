using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Providers.AlibabaOss.Signing;

/// <summary>The older OSS signature (<c>OSS AK:signature</c>, HMAC-SHA1), in headers and in presigned URLs.</summary>
public static class OssV1Signer
{
    private static readonly HashSet<string> SubResources = new(StringComparer.Ordinal)
    {
        "uploads", "uploadId", "partNumber", "security-token", "bucketInfo", "lifecycle", "versionId", "acl", "callback", "callback-var", "delete",
        "objectMeta", "symlink", "append", "position", "tagging", "restore", "continuation-token", "response-content-type", "response-content-disposition",
        "response-content-encoding", "response-content-language", "response-cache-control", "response-expires",
    };

    /// <summary>The string that is signed.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="dateSlot">The <c>Date</c> (or <c>x-oss-date</c>) header, or the expiry in epoch seconds for a presigned URL.</param>
    public static string StringToSign(OssSigningRequest request, string dateSlot)
    {
        var headers = request.Headers
            .Select(h => (Name: h.Key.ToLowerInvariant(), Value: h.Value.Trim()))
            .Where(h => h.Name.StartsWith("x-oss-", StringComparison.Ordinal))
            .OrderBy(h => h.Name, StringComparer.Ordinal)
            .Select(h => h.Name + ":" + h.Value + "\n");
        var sub = request.Query
            .Where(p => SubResources.Contains(p.Key) || p.Key.StartsWith("x-oss-", StringComparison.Ordinal))
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => string.IsNullOrEmpty(p.Value) ? p.Key : p.Key + "=" + p.Value)
            .ToList();
        var resource = (request.Bucket is null ? "/" : "/" + request.Bucket + "/" + request.Key) + (sub.Count == 0 ? "" : "?" + string.Join('&', sub));
        return string.Join('\n', request.Method, request.Header("content-md5"), request.Header("content-type"), dateSlot, string.Concat(headers) + resource);
    }

    /// <summary>The base64 signature.</summary>
    public static string Signature(OssSigningRequest request, string dateSlot, string secret) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(StringToSign(request, dateSlot))));

    /// <summary>The <c>Authorization</c> header.</summary>
    public static string Authorization(OssSigningRequest request, string dateSlot, string accessKeyId, string secret) =>
        $"OSS {accessKeyId}:{Signature(request, dateSlot, secret)}";

    /// <summary>The query of a presigned URL: the request's parameters (an STS token among them, which is signed) and the signing parameters.</summary>
    /// <param name="request">What the holder of the URL may do.</param>
    /// <param name="expires">UTC time it ends at, to the second.</param>
    /// <param name="accessKeyId">Access key.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="securityToken">STS token, or null.</param>
    public static IReadOnlyList<KeyValuePair<string, string?>> Presign(
        OssSigningRequest request, DateTimeOffset expires, string accessKeyId, string secret, string? securityToken)
    {
        var epoch = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        List<KeyValuePair<string, string?>> query = [.. request.Query];
        if (!string.IsNullOrEmpty(securityToken)) query.Add(new("security-token", securityToken));
        var signature = Signature(request with { Query = query }, epoch, secret);
        return [.. query, new("OSSAccessKeyId", accessKeyId), new("Expires", epoch), new("Signature", signature)];
    }
}
