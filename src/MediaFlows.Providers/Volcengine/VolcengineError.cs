using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Volcengine;

/// <summary>The <c>ResponseMetadata.Error</c> of an OpenAPI answer.</summary>
/// <param name="Code">Code word such as <c>SignatureDoesNotMatch</c>, possibly with a dotted sub-code.</param>
/// <param name="Message">The server's sentence.</param>
/// <param name="RequestId">The server's request id, or null.</param>
public sealed record VolcengineError(string Code, string Message, string? RequestId)
{
    /// <summary>The error in an answer of any status, or null. Code absent, empty or <c>0</c> is no error, as the SDKs read it.</summary>
    public static VolcengineError? Read(VolcengineAnswer answer)
    {
        if (Parse(answer.Body)?["ResponseMetadata"] is not JsonObject metadata || metadata["Error"] is not JsonObject error) return null;
        var code = Text(error["Code"]);
        return code is null or "" or "0" ? null : new VolcengineError(code, Text(error["Message"]) ?? "", Text(metadata["RequestId"]));
    }

    /// <summary>The body as a JSON object, or null when it is none.</summary>
    public static JsonObject? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;
}
