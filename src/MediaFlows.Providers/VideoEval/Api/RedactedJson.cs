using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>A copy of an answer in which signed URLs show no signature: what is kept in errors and histories.</summary>
internal static class RedactedJson
{
    public static JsonNode? Copy(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o:
                var copy = new JsonObject();
                foreach (var (name, value) in o) copy[name] = Copy(value);
                return copy;
            case JsonArray a:
                return new JsonArray([.. a.Select(Copy)]);
            case JsonValue v when v.GetValueKind() == JsonValueKind.String:
                return JsonValue.Create(SignedUrls.RedactAll(v.ToString()));
            default:
                return node?.DeepClone();
        }
    }
}
