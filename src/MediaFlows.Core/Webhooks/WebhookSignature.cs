using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Core.Webhooks;

/// <summary>Signatures of the Standard Webhooks specification: <c>v1,</c> and the base64 HMAC-SHA256 of <c>id.timestamp.body</c>.</summary>
public static class WebhookSignature
{
    private const string Base64Prefix = "whsec_";

    /// <summary>True when every secret in <paramref name="secrets"/> (separated by blanks) can be used, and there is one.</summary>
    public static bool CanSign(string secrets) => Split(secrets) is { Length: > 0 } all && all.All(s => Key(s) is { Length: > 0 });

    /// <summary>The header <c>webhook-signature</c>: one signature per secret, separated by blanks, so that a receiver may know the old or the new one.</summary>
    /// <param name="secrets">The secrets, separated by blanks: base64 behind <c>whsec_</c>, else the text's UTF-8 bytes.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="unixSeconds">UTC time of the try.</param>
    /// <param name="body">The body as it is sent.</param>
    public static string Make(string secrets, string id, long unixSeconds, string body)
    {
        var content = Encoding.UTF8.GetBytes($"{id}.{unixSeconds.ToString(CultureInfo.InvariantCulture)}.{body}");
        return string.Join(' ', Split(secrets).Select(s => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key(s)!, content))));
    }

    private static string[] Split(string secrets) => secrets.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static byte[]? Key(string secret)
    {
        if (!secret.StartsWith(Base64Prefix, StringComparison.Ordinal)) return Encoding.UTF8.GetBytes(secret);
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Base64Prefix.Length..], bytes, out var length) ? bytes[..length] : null;
    }
}
