using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using MediaFlows.Core.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MediaFlows.Api.Reading;

/// <summary>Reads request bodies: bounded, strict, and never quoting what was sent in an error.</summary>
internal static class JsonBody
{
    /// <summary>Most bytes of a JSON body.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The body as JSON, or null when there is none.</summary>
    /// <exception cref="FlowException"><c>MF1004</c>, <c>MF1005</c>, <c>MF1013</c>.</exception>
    public static async Task<JsonElement?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(request, cancellationToken);
        if (bytes.Length == 0) return null;
        RequireJson(request);
        return Parse(bytes);
    }

    /// <summary>The body as a JSON object; an empty one when there is none.</summary>
    /// <exception cref="FlowException"><c>MF1004</c>, <c>MF1005</c>, <c>MF1013</c>.</exception>
    public static async Task<JsonElement> ReadObjectAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(request, cancellationToken) ?? JsonElement.Parse("{}"u8);
        return body.ValueKind == JsonValueKind.Object ? body : throw Bad("The body is JSON, but not an object.");
    }

    /// <summary>The body's bytes, at most <see cref="MaxBytes"/>.</summary>
    /// <exception cref="FlowException"><c>MF1005</c>.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes) throw TooLarge();
        var buffer = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.GetMemory(16 * 1024), cancellationToken);
            if (read == 0) return buffer.WrittenMemory;
            buffer.Advance(read);
            if (buffer.WrittenCount > MaxBytes) throw TooLarge();
        }
    }

    private static void RequireJson(HttpRequest request)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)))
            return;
        throw new FlowException(ErrorCodes.UnsupportedContentType, "The body must be JSON in UTF-8.", "Send it with Content-Type: application/json.");
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (!Utf8.IsValid(bytes.Span)) throw Bad("The body is not valid UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            CheckText(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (JsonException e) when (e.Message.Contains("depth", StringComparison.OrdinalIgnoreCase))
        {
            throw Bad("The body is nested deeper than 64 levels.");
        }
        catch (JsonException e) when (e.Message.Contains("uplicate", StringComparison.Ordinal))
        {
            throw Bad("The body holds a member twice.");
        }
        catch (JsonException e)
        {
            throw Bad($"The body is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            throw Bad("The body holds half of a surrogate pair.");
        }
    }

    // Reading a string with a lone surrogate fails only when it is read, which would be deep inside a flow.
    private static void CheckText(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    CheckText(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) CheckText(item);
                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }

    private static FlowException Bad(string message) => new(ErrorCodes.BadJson, message, "Correct the body and send it again; nothing was started.");

    private static FlowException TooLarge() =>
        new(ErrorCodes.BodyTooLarge, $"The body is larger than {MaxBytes} bytes.", "Send media with PUT /api/media/{name} and refer to it by name.");
}
