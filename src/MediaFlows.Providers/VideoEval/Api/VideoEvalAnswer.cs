using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>
/// An answer, read as tolerantly as the document's scripts read it: the payload is the first of <c>data</c>, <c>result</c>, <c>payload</c> that is not
/// null, else the body itself. Other than there, a business refusal is seen in the answer of every operation.
/// </summary>
public sealed record VideoEvalAnswer(HttpStatusCode Status, string Text, JsonNode? Body, TimeSpan? RetryAfter)
{
    private static readonly HashSet<string> SuccessWords = new(StringComparer.OrdinalIgnoreCase) { "0", "200", "success", "ok" };

    /// <summary>True when the body is JSON.</summary>
    public bool IsJson => Body is not null;

    /// <summary>The service's own code as text, or null when the body has none.</summary>
    public string? Code => Object?["code"] is JsonValue code ? code.ToString() : null;

    /// <summary>The service's own sentence, from <c>message</c> or <c>msg</c>; empty when there is none.</summary>
    public string Message => (Word("message") ?? Word("msg") ?? "").Trim();

    /// <summary>
    /// True for a status of 400 and more, and for a body whose code is no success word. A code of 200 beside a payload counts as success: reading a
    /// created task as refused would have it paid for twice.
    /// </summary>
    public bool IsRefused => (int)Status >= 400 || (Code is { } code && (!SuccessWords.Contains(code) || (code == "200" && !HasPayload)));

    /// <summary>The payload.</summary>
    public JsonNode? Payload => Object is { } o ? o["data"] ?? o["result"] ?? o["payload"] ?? o : Body;

    private bool HasPayload => (Object?["data"] ?? Object?["result"] ?? Object?["payload"]) is not null;

    private JsonObject? Object => Body as JsonObject;

    /// <summary>Reads a complete answer of any status.</summary>
    public static VideoEvalAnswer Read(HttpStatusCode status, ReadOnlySpan<byte> body, TimeSpan? retryAfter)
    {
        var text = Encoding.UTF8.GetString(body);
        try
        {
            return new VideoEvalAnswer(status, text, JsonNode.Parse(text), retryAfter);
        }
        catch (JsonException)
        {
            return new VideoEvalAnswer(status, text, null, retryAfter);
        }
    }

    /// <summary>The object's id as text, from the payload or from one of <paramref name="wrappers"/> inside it; null when there is none.</summary>
    public string? FindId(params ReadOnlySpan<string> wrappers)
    {
        if (Payload is not JsonObject payload) return null;
        if (IdText(payload["id"]) is { } id) return id;
        foreach (var wrapper in wrappers)
            if (payload[wrapper] is JsonObject inner && IdText(inner["id"]) is { } innerId) return innerId;
        return null;
    }

    /// <summary>An id as text, digit for digit: ids may exceed what a number type holds. Null for anything but a number or a non-empty string.</summary>
    public static string? IdText(JsonNode? node) => node is not JsonValue value ? null : value.GetValueKind() switch
    {
        JsonValueKind.Number => value.ToJsonString(),
        JsonValueKind.String when value.ToString() is { Length: > 0 } text => text,
        _ => null,
    };

    private string? Word(string name) => Object?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.ToString() : null;
}
