using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Simulator.Volcengine;

/// <summary>
/// The server's side of the OpenAPI signature, written independently of any client: the canonical request is rebuilt from what was
/// received, with exactly the headers that <c>SignedHeaders</c> names (the SDKs differ in them), and the hash of the bytes that really
/// came.
/// </summary>
public sealed class VolcengineVerifier(IReadOnlyList<VolcengineAccount> accounts, string service, TimeProvider time)
{
    /// <summary>Accepted distance between a request's date and the server's clock.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(900);

    /// <summary>Checks a request; null means that it is genuine.</summary>
    public VolcengineRefusal? Check(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length == 0) return VolcengineRefusal.MissingToken;
        if (AuthorizationHeader.Parse(authorization, out var malformed) is not { } header) return malformed;

        var date = request.Headers["X-Date"].ToString();
        if (date.Length == 0) return VolcengineRefusal.MissingInfo("X-Date");
        if (!DateTimeOffset.TryParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || (time.GetUtcNow() - at).Duration() > Skew) return VolcengineRefusal.InvalidTimestamp;
        if (header.Service != service || header.Date != date[..8]) return VolcengineRefusal.InvalidCredential;
        if (!header.SignedHeaders.Contains("x-date", StringComparer.Ordinal))
            return VolcengineRefusal.MissingInfo("x-date in SignedHeaders");

        if (accounts.FirstOrDefault(a => a.AccessKey == header.AccessKey) is not { } account) return VolcengineRefusal.InvalidAccessKey;
        if (account.SessionToken is not null && request.Headers["X-Security-Token"] != account.SessionToken)
            return VolcengineRefusal.InvalidSecretToken;

        var bodyHash = Hex(SHA256.HashData(body));
        var claimed = request.Headers["X-Content-Sha256"].ToString();
        if (claimed.Length > 0 && claimed != bodyHash) return VolcengineRefusal.SignatureDoesNotMatch;
        var expected = Encoding.ASCII.GetBytes(Signature(request, header, account, date, bodyHash));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(header.Signature))
            ? null
            : VolcengineRefusal.SignatureDoesNotMatch;
    }

    private static string Signature(HttpRequest request, AuthorizationHeader header, VolcengineAccount account, string date, string bodyHash)
    {
        var canonical = new StringBuilder();
        canonical.Append(request.Method).Append('\n').Append(request.Path.Value).Append('\n').Append(Query(request)).Append('\n');
        foreach (var name in header.SignedHeaders.Order(StringComparer.Ordinal))
            canonical.Append(name).Append(':').Append(Value(request, name)).Append('\n');
        canonical.Append('\n').AppendJoin(';', header.SignedHeaders).Append('\n').Append(bodyHash);

        var scope = $"{header.Date}/{header.Region}/{header.Service}/request";
        var toSign = $"HMAC-SHA256\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())))}";
        var key = Encoding.UTF8.GetBytes(account.SecretKey);
        foreach (var part in (string[])[header.Date, header.Region, header.Service, "request", toSign])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Hex(key);
    }

    private static string Value(HttpRequest request, string name) =>
        name == "host" ? Host(request) : string.Join(',', request.Headers[name].Select(v => v?.Trim()));

    private static string Host(HttpRequest request)
    {
        var host = request.Host.Value ?? "";
        foreach (var port in (string[])[":80", ":443"])
            if (host.EndsWith(port, StringComparison.Ordinal)) return host[..^port.Length];
        return host;
    }

    // Decoded and encoded again, byte by byte: a client's own way to write %20 or hex digits does not matter, as on the real gateway.
    private static string Query(HttpRequest request) => string.Join('&', request.Query
        .OrderBy(p => p.Key, StringComparer.Ordinal)
        .SelectMany(p => p.Value.Select(v => Encode(p.Key) + "=" + Encode(v ?? ""))));

    private static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~') encoded.Append(c);
            else encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
