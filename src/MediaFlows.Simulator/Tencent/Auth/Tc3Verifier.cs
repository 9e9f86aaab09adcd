using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MediaFlows.Simulator.Tencent.State;
using MediaFlows.Simulator.Tencent.Vod;

namespace MediaFlows.Simulator.Tencent.Auth;

/// <summary>Checks TC3-HMAC-SHA256 as the service does, with code of its own.</summary>
internal static partial class Tc3Verifier
{
    private static readonly TimeSpan LargestSkew = TimeSpan.FromMinutes(5);

    /// <summary>Throws the service's refusal when the request is not signed by the simulated account, now, over these bytes.</summary>
    public static void Verify(HttpRequest request, byte[] body, DateTimeOffset now)
    {
        var header = Form().Match(request.Headers.Authorization.ToString());
        if (!header.Success) throw new VodException("AuthFailure.InvalidAuthorization", "The Authorization header is missing or malformed.");
        if (!long.TryParse(request.Headers["X-TC-Timestamp"], out var timestamp)) throw new VodException("MissingParameter", "X-TC-Timestamp is missing.");
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(timestamp);
        if ((sentAt - now).Duration() > LargestSkew) throw new VodException("AuthFailure.SignatureExpire", "The request's time is more than five minutes off.");
        if (header.Groups["id"].Value != SimulatedAccount.SecretId) throw new VodException("AuthFailure.SecretIdNotFound", "The SecretId is not found.");

        var date = header.Groups["date"].Value;
        var names = header.Groups["names"].Value.Split(';');
        if (date != sentAt.ToString("yyyy-MM-dd") || !names.SequenceEqual(names.Order(StringComparer.Ordinal)) || !names.Contains("content-type") || !names.Contains("host"))
            throw new VodException("AuthFailure.SignatureFailure", "The credential scope or the signed headers are wrong.");

        var key = Mac(Mac(Mac(Encoding.UTF8.GetBytes("TC3" + SimulatedAccount.SecretKey), date), header.Groups["service"].Value), "tc3_request");
        var expected = Hosts(request).Select(host => Signature(key, request, names, host, body, timestamp, header));
        if (!expected.Any(e => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(e), Encoding.ASCII.GetBytes(header.Groups["mac"].Value))))
            throw new VodException("AuthFailure.SignatureFailure", "The signature does not match what was sent.");
    }

    // The Node SDK signs the host without its port and derives the service from the host's first label.
    private static string[] Hosts(HttpRequest request) => request.Host.Port is null ? [request.Host.Value!] : [request.Host.Value!, request.Host.Host];

    private static string Signature(byte[] key, HttpRequest request, string[] names, string host, byte[] body, long timestamp, Match header)
    {
        var headers = string.Concat(names.Select(n => $"{n}:{(n == "host" ? host : request.Headers[n].ToString()).Trim().ToLowerInvariant()}\n"));
        var canonical = $"{request.Method}\n/\n{request.QueryString.Value?.TrimStart('?')}\n{headers}\n{string.Join(';', names)}\n{Hex(SHA256.HashData(body))}";
        var scope = $"{header.Groups["date"].Value}/{header.Groups["service"].Value}/tc3_request";
        return Hex(Mac(key, $"TC3-HMAC-SHA256\n{timestamp}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}"));
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    [GeneratedRegex(
        @"^TC3-HMAC-SHA256 Credential=(?<id>[^/]+)/(?<date>\d{4}-\d\d-\d\d)/(?<service>[^/]+)/tc3_request, ?SignedHeaders=(?<names>[a-z0-9;-]+), ?Signature=(?<mac>[0-9a-f]{64})$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
