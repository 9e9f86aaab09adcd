using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.Jimeng;

/// <summary>The rules of <c>req_json</c>: a JSON string whose <c>aigc_meta</c> names producer id and propagator, no value above 256 characters.</summary>
internal static class MarkRules
{
    public static bool AreKept(JsonNode mark)
    {
        if (mark.GetValueKind() != JsonValueKind.String) return false;
        try
        {
            if (JsonNode.Parse(mark.ToString())?["aigc_meta"] is not JsonObject meta) return false;
            return meta["producer_id"] is not null && meta["content_propagator"] is not null && meta.All(m => m.Value?.ToString().Length <= 256);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
