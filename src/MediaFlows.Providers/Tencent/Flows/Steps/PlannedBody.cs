using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>A request body as a dry run shows it: signatures of links, tokens and embedded files replaced.</summary>
internal static class PlannedBody
{
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal) { "Base64", "ApiToken", "input_audio" };

    public static JsonObject Redact(JsonObject body) => (JsonObject)Redacted(body)!;

    private static JsonNode? Redacted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(m => new KeyValuePair<string, JsonNode?>(m.Key, Hidden.Contains(m.Key) && m.Value is not null ? "***" : Redacted(m.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Redacted)]),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => SignedUrls.RedactAll(v.ToString()),
        _ => node?.DeepClone(),
    };
}
