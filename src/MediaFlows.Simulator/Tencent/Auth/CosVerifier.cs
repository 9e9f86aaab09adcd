using System.Security.Cryptography;
using System.Text;
using MediaFlows.Simulator.Tencent.Cos;
using MediaFlows.Simulator.Tencent.State;

namespace MediaFlows.Simulator.Tencent.Auth;

/// <summary>Checks COS v5 authorizations: exactly the headers and parameters that they list, against the temporary certificates that were issued.</summary>
internal static class CosVerifier
{
    /// <summary>Throws the service's refusal when the request may not write or read <paramref name="path"/>.</summary>
    public static void Verify(TencentState state, HttpRequest request, string path)
    {
        var fields = Fields(request.Headers.Authorization.ToString());
        if (!fields.TryGetValue("q-signature", out var signature)) throw new CosException(403, "AccessDenied", "The request is not signed.");
        var secret = Secret(state, request, path, fields.GetValueOrDefault("q-ak", ""));
        var window = fields.GetValueOrDefault("q-sign-time", "").Split(';');
        if (window.Length != 2 || !long.TryParse(window[0], out var start) || !long.TryParse(window[1], out var end))
            throw new CosException(403, "AccessDenied", "The sign time is malformed.");
        var now = state.Now.ToUnixTimeSeconds();
        if (now < start - 900 || now > end) throw new CosException(403, "RequestTimeTooSkewed", "The request's time window does not hold now.");

        var parameters = request.Query.ToDictionary(q => q.Key.ToLowerInvariant(), q => q.Value.ToString(), StringComparer.Ordinal);
        var headers = request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString(), StringComparer.Ordinal);
        var format = $"{request.Method.ToLowerInvariant()}\n{path}\n{Join(fields, "q-url-param-list", parameters)}\n{Join(fields, "q-header-list", headers)}\n";
// HMAC-SHA1 is what the service's signature scheme prescribes.
#pragma warning disable CA5350
        var signKey = Mac(secret, fields.GetValueOrDefault("q-key-time", ""));
        var expected = Mac(signKey, $"sha1\n{fields["q-sign-time"]}\n{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(format)))}\n");
#pragma warning restore CA5350
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(signature)))
            throw new CosException(403, "SignatureDoesNotMatch", "The signature does not match what was sent.");
    }

    private static string Secret(TencentState state, HttpRequest request, string path, string id)
    {
        if (id == SimulatedAccount.SecretId) return SimulatedAccount.SecretKey;
        SimUpload? upload;
        lock (state.Gate) upload = state.Uploads.Values.FirstOrDefault(u => u.SecretId == id);
        if (upload is null) throw new CosException(403, "InvalidAccessKeyId", "The key is not known.");
        if (request.Headers["x-cos-security-token"] != upload.Token) throw new CosException(
            403,
            "AccessDenied",
            "The token of the temporary key is missing or wrong.");
        if (state.Now > upload.ExpiresAt) throw new CosException(403, "ExpiredToken", "The temporary certificate has expired.");
        if (path != "/" && !upload.Covers(path)) throw new CosException(403, "AccessDenied", "The certificate is not for this object.");
        return upload.SecretKey;
    }

    private static Dictionary<string, string> Fields(string header) =>
        header.Split('&').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).GroupBy(p => p[0]).ToDictionary(g => g.Key, g => g.First()[1], StringComparer.Ordinal);

    private static string Join(Dictionary<string, string> fields, string list, Dictionary<string, string> values) =>
        string.Join('&', fields.GetValueOrDefault(list, "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => $"{name}={Uri.EscapeDataString(values.GetValueOrDefault(Uri.UnescapeDataString(name), ""))}"));

// HMAC-SHA1 is what the service's signature scheme prescribes.
#pragma warning disable CA5350
    private static string Mac(string key, string text) => Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
