using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>The base64url form of text inside process strings: <c>-</c> and <c>_</c>, no padding.</summary>
public static class Base64Url
{
    /// <summary>Encodes UTF-8.</summary>
    public static string Encode(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Decodes, padding tolerated; false when it is not base64url of UTF-8 text.</summary>
    public static bool TryDecode(string encoded, [NotNullWhen(true)] out string? text)
    {
        text = null;
        var plain = encoded.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        var buffer = new byte[(plain.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '='), buffer, out var length)) return false;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(buffer, 0, length);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
