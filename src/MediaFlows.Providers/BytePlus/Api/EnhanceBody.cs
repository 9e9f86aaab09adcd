using System.Text.Json.Nodes;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>
/// The body of <c>StartExecution</c>: what the document calls <c>enhanceVideo</c> travels as <c>Enhance</c> of type <c>Moe</c>.
/// </summary>
internal static class EnhanceBody
{
    public static JsonObject Of(EnhanceRequest request, string clientToken)
    {
        var moe = new JsonObject
        {
            ["Config"] = request.Config,
            ["VideoStrategy"] = new JsonObject { ["RepairStyle"] = request.RepairStyle, ["RepairStrength"] = 0 },
        };
        // An absent target keeps the source's resolution.
        if (request.Resolution is not null) moe["Target"] = new JsonObject { ["Res"] = request.Resolution };
        return new JsonObject
        {
            ["Input"] = Input(request),
            ["Operation"] = new JsonObject
            {
                ["Type"] = "Task",
                ["Task"] = new JsonObject { ["Type"] = "Enhance", ["Enhance"] = new JsonObject { ["Type"] = "Moe", ["MoeEnhance"] = moe } },
            },
            ["Control"] = new JsonObject { ["ClientToken"] = clientToken },
        };
    }

    private static JsonObject Input(EnhanceRequest request) => request.Type == EnhanceRequest.Vid
        ? new JsonObject { ["Type"] = EnhanceRequest.Vid, ["Vid"] = request.Video }
        : new JsonObject
        {
            ["Type"] = EnhanceRequest.DirectUrl,
            ["DirectUrl"] = new JsonObject { ["FileName"] = request.Video, ["SpaceName"] = request.Space },
        };
}
