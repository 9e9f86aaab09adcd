using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Providers.Tencent.Api.Signing;

/// <summary>Signs COS v5 requests (<c>q-sign-algorithm=sha1</c>).</summary>
public static class CosSigner
{
    /// <summary>Signs <paramref name="request"/> for the window from <paramref name="start"/> to <paramref name="end"/>, both in Unix seconds.</summary>
    public static CosSignature Sign(TencentCredential credential, CosRequest request, long start, long end)
    {
        var keyTime = $"{start};{end}";
        var signKey = Mac(credential.SecretKey, keyTime);
        var parameters = Sorted(request.Query, keepEmpty: true);
        var headers = Sorted(request.Headers, keepEmpty: false);
        var format = $"{request.Method.ToLowerInvariant()}\n{request.Path}\n{Pairs(parameters)}\n{Pairs(headers)}\n";
        var formatHash = Sha1(format);
        var value = Mac(signKey, $"sha1\n{keyTime}\n{formatHash}\n");
        var authorization =
            $"q-sign-algorithm=sha1&q-ak={credential.SecretId}&q-sign-time={keyTime}&q-key-time={keyTime}" +
            $"&q-header-list={Names(headers)}&q-url-param-list={Names(parameters)}&q-signature={value}";
        return new CosSignature(signKey, format, formatHash, value, authorization);
    }

    private static List<KeyValuePair<string, string>> Sorted(IReadOnlyDictionary<string, string> values, bool keepEmpty) =>
        [.. values.Where(v => keepEmpty || v.Value.Length > 0)
            .Select(v => new KeyValuePair<string, string>(Uri.EscapeDataString(v.Key).ToLowerInvariant(), Uri.EscapeDataString(v.Value)))
            .OrderBy(v => v.Key, StringComparer.Ordinal)];

    private static string Pairs(List<KeyValuePair<string, string>> values) => string.Join('&', values.Select(v => $"{v.Key}={v.Value}"));

    private static string Names(List<KeyValuePair<string, string>> values) => string.Join(';', values.Select(v => v.Key));

    // SHA-1 is what the service's scheme prescribes.
#pragma warning disable CA5350
    private static string Mac(string key, string text) => Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    private static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
