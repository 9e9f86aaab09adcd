using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>How custom elements travel: JSON text inside JSON text, ids as raw numbers in the given order.</summary>
internal static class ElementOptions
{
    public static string? Encode(IReadOnlyList<string>? elementIds, string? extInfo)
    {
        if (elementIds is not { Count: > 0 }) return extInfo;
        var inner = new JsonObject { ["element_list"] = new JsonArray([.. elementIds.Select(id => new JsonObject { ["element_id"] = long.Parse(id) })]) };
        var outer = extInfo is null ? [] : (JsonObject)JsonNode.Parse(extInfo)!;
        outer["AdditionalParameters"] = VodJson.Embed(inner);
        return VodJson.Embed(outer);
    }
}
