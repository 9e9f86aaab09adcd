using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Simulator.AlibabaOss.Wire;

/// <summary>Computes the V1 signature that a request should carry; written apart from the client's signer on purpose.</summary>
internal static class OssV1Verifier
{
    private static readonly HashSet<string> Signed = new(StringComparer.Ordinal)
    {
        "acl", "uploads", "location", "cors", "logging", "website", "referer", "lifecycle", "delete", "append", "tagging", "objectMeta", "uploadId", "partNumber",
        "security-token", "position", "bucketInfo", "restore", "symlink", "versionId", "callback", "callback-var", "continuation-token", "stat",
    };

    public static string Sign(OssRequest request, string secret, string date)
    {
        var text = new StringBuilder();
        text.Append(request.Method).Append('\n').Append(request.Header("Content-MD5")).Append('\n').Append(request.Header("Content-Type")).Append('\n').Append(date).Append('\n');
        foreach (var header in request.Http.Request.Headers.Where(h => h.Key.StartsWith("x-oss-", StringComparison.OrdinalIgnoreCase)).OrderBy(h => h.Key.ToLowerInvariant(), StringComparer.Ordinal))
            text.Append(header.Key.ToLowerInvariant()).Append(':').Append(header.Value.ToString().Trim()).Append('\n');
        text.Append('/');
        if (request.Bucket is not null) text.Append(request.Bucket).Append('/').Append(request.Key);
        var resources = request.Query
            .Where(q => Signed.Contains(q.Key) || q.Key.StartsWith("x-oss-", StringComparison.Ordinal) || q.Key.StartsWith("response-", StringComparison.Ordinal))
            .OrderBy(q => q.Key, StringComparer.Ordinal).ToList();
        for (var i = 0; i < resources.Count; i++)
        {
            text.Append(i == 0 ? '?' : '&').Append(resources[i].Key);
            if (resources[i].Value.Length > 0) text.Append('=').Append(resources[i].Value);
        }

        using var mac = new HMACSHA1(Encoding.UTF8.GetBytes(secret));
        return Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
