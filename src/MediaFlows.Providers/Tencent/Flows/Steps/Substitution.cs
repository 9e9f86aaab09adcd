using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>Puts values that became known in the run into a request that was built before it.</summary>
internal static class Substitution
{
    /// <summary>A copy of <paramref name="node"/> in which every string that is a key of <paramref name="values"/> is its value.</summary>
    public static JsonNode? Apply(JsonNode? node, IReadOnlyDictionary<string, JsonNode> values) => node switch
    {
        JsonObject o => new JsonObject(o.Select(m => new KeyValuePair<string, JsonNode?>(m.Key, Apply(m.Value, values)))),
        JsonArray a => new JsonArray([.. a.Select(i => Apply(i, values))]),
        JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.String && values.TryGetValue(v.ToString(), out var known) => known.DeepClone(),
        _ => node?.DeepClone(),
    };
}
