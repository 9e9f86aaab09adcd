using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Simulator.AlibabaOss.Wire;

/// <summary>Computes the V4 signature that a request should carry; written apart from the client's signer on purpose.</summary>
internal static class OssV4Verifier
{
    public static string Sign(OssRequest request, string secret, string date, string region, string[] additional, string[] leaveOut)
    {
        var text = new StringBuilder();
        text.Append(request.Method).Append('\n').Append('/');
        if (request.Bucket is not null) text.Append(Escape(request.Bucket)).Append('/').Append(string.Join('/', request.Key.Split('/').Select(Escape)));
        text.Append('\n');
        var pairs = request.Query.Where(q => !leaveOut.Contains(q.Key)).Select(q => (Escape(q.Key), Escape(q.Value))).ToList();
        pairs.Sort(static (a, b) => string.CompareOrdinal(a.Item1, b.Item1));
        text.AppendJoin('&', pairs.Select(p => p.Item2.Length == 0 ? p.Item1 : p.Item1 + "=" + p.Item2)).Append('\n');
        var names = request.Http.Request.Headers.Select(h => h.Key.ToLowerInvariant())
            .Where(n => n.StartsWith("x-oss-", StringComparison.Ordinal) || n is "content-type" or "content-md5" || additional.Contains(n)).ToList();
        names.Sort(string.CompareOrdinal);
        foreach (var name in names) text.Append(name).Append(':').Append(request.Header(name).Trim()).Append('\n');
        text.Append('\n').Append(string.Join(';', additional)).Append("\nUNSIGNED-PAYLOAD");

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        var toSign = $"OSS4-HMAC-SHA256\n{date}\n{date[..8]}/{region}/oss/aliyun_v4_request\n{hash}";
        var day = Mac(Encoding.UTF8.GetBytes("aliyun_v4" + secret), date[..8]);
        return Convert.ToHexStringLower(Mac(Mac(Mac(Mac(day, region), "oss"), "aliyun_v4_request"), toSign));
    }

    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~') escaped.Append((char)b);
            else escaped.Append('%').Append(b.ToString("X2"));
        }

        return escaped.ToString();
    }

    private static byte[] Mac(byte[] key, string text)
    {
        using var mac = new HMACSHA256(key);
        return mac.ComputeHash(Encoding.UTF8.GetBytes(text));
    }
}
