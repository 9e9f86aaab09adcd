using System.Text;
using System.Xml;

namespace MediaFlows.Storage.Queues;

/// <summary>
/// The two ways that queue messages are written: base64 (Azure Functions and this product) and plain text (portal, scripts). JSON is told by
/// its first character, which no base64 has; other text counts as base64 when it is valid as such.
/// </summary>
internal static class MessageText
{
    /// <summary>Most bytes of a body of any kind: 64 KiB of message hold 48 KiB in base64.</summary>
    public const int MaxBodyBytes = 48 * 1024;

    private const int MaxMessageBytes = 64 * 1024;

    /// <summary>The text to store, or null when the body is too large. Text that was sent plain may be larger than base64 allows, and goes back plain.</summary>
    public static string? Encode(ReadOnlyMemory<byte> body)
    {
        if (body.Length <= MaxBodyBytes) return Convert.ToBase64String(body.Span);
        if (body.Length > MaxMessageBytes) return null;
        var text = Encoding.UTF8.GetString(body.Span);
        return text.All(XmlConvert.IsXmlChar) && Decode(text).AsSpan().SequenceEqual(body.Span) ? text : null;
    }

    public static byte[] Decode(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length == 0 || trimmed[0] is '{' or '[' or '"') return Encoding.UTF8.GetBytes(text);
        var bytes = new byte[(trimmed.Length * 3 / 4) + 3];
        return trimmed.Length % 4 == 0 && Convert.TryFromBase64Chars(trimmed, bytes, out var count) ? bytes[..count] : Encoding.UTF8.GetBytes(text);
    }
}
