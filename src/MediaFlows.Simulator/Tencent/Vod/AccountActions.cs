using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.State;
using MediaFlows.Simulator.Tencent.Tasks;

namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>Sub-applications, chat tokens, usage and custom elements.</summary>
internal static class AccountActions
{
    private const int MostTokens = 50;

    private static readonly (long Id, string Name, string Description, string Tag)[] Apps =
    [
        (SimulatedAccount.AppId, "main", "The main application", "prod"),
        (SimulatedAccount.AppId + 1, "media-demo", "Demonstrations", "demo"),
        (SimulatedAccount.AppId + 2, "media-archive", "Old material", "archive"),
    ];

    public static JsonObject SubApps(VodRequest request)
    {
        var tags = request.Body["Tags"] as JsonArray ?? [];
        var found = Apps.Where(a => a.Name.Contains(request.Text("Name"), StringComparison.OrdinalIgnoreCase) && tags.All(t => VodRequest.TextOf(t, "TagKey") == "stage" && VodRequest.TextOf(t, "TagValue") == a.Tag)).ToList();
        return new JsonObject
        {
            ["SubAppIdInfoSet"] = new JsonArray([.. found.Skip((int)(request.Number("Offset") ?? 0)).Take((int)(request.Number("Limit") ?? 200)).Select(a => new JsonObject
            {
                ["SubAppId"] = a.Id,
                ["SubAppIdName"] = a.Name,
                ["Name"] = a.Name,
                ["Description"] = a.Description,
                ["CreateTime"] = "2024-01-01T00:00:00Z",
                ["Status"] = "On",
                ["Mode"] = "fileid",
                ["StorageRegions"] = new JsonArray(SimulatedAccount.Region),
                ["Tags"] = new JsonArray(new JsonObject { ["TagKey"] = "stage", ["TagValue"] = a.Tag }),
            })]),
            ["TotalCount"] = found.Count,
        };
    }

    public static JsonObject CreateToken(VodRequest request)
    {
        var state = request.State;
        if (state.ChatTokens.Count >= MostTokens) throw new VodException("LimitExceeded", "At most 50 tokens per user.");
        var token = new SimToken(state.Ids.Hex(), request.SubAppId, state.Now + TimeSpan.FromSeconds(state.Cloud.Knob("tokenSyncSeconds", 0)));
        state.ChatTokens.Add(token);
        return new JsonObject { ["ApiToken"] = token.Value };
    }

    public static JsonObject Tokens(VodRequest request)
    {
        var tokens = request.State.ChatTokens.Where(t => t.SubAppId == request.SubAppId).ToList();
        return new JsonObject
        {
            ["ApiTokens"] = new JsonArray([.. tokens.Select(t => JsonValue.Create(t.Value))]),
            ["ExtInfos"] = new JsonArray([.. tokens.Select(_ => JsonValue.Create("{}"))]),
        };
    }

    public static JsonObject DeleteToken(VodRequest request)
    {
        if (request.State.ChatTokens.RemoveAll(t => t.Value == request.Text("ApiToken") && t.SubAppId == request.SubAppId) == 0)
            throw new VodException("ResourceNotFound", "The token does not exist.");
        return [];
    }

    public static JsonObject Usage(VodRequest request)
    {
        if (!DateTimeOffset.TryParse(request.Text("StartTime"), out var start) || !DateTimeOffset.TryParse(request.Text("EndTime"), out var end) || end < start || end - start > TimeSpan.FromDays(90))
            throw new VodException("InvalidParameterValue", "The time range is invalid or longer than 90 days.");
        var calls = request.State.Cloud.Charges.List().Where(c => c.Operation.Contains(request.Text("AigcType"), StringComparison.Ordinal)).ToList();
        return new JsonObject
        {
            ["AigcUsageDataSet"] = new JsonArray(new JsonObject
            {
                ["Specification"] = request.Text("AigcType"),
                ["DataSet"] = new JsonArray(new JsonObject { ["Time"] = TaskTimes.Iso(start), ["Count"] = calls.Count, ["Usage"] = calls.Count * 5 }),
            }),
        };
    }

    public static JsonObject Elements(VodRequest request)
    {
        var offset = (int)(request.Number("Offset") ?? 0);
        var limit = (int)(request.Number("Limit") ?? 10);
        if (limit is < 1 or > 300 || offset % limit != 0) throw new VodException("InvalidParameterValue", "Offset must be a multiple of Limit.");
        return new JsonObject
        {
            ["ElementSet"] = new JsonArray([.. request.State.Elements.Skip(offset).Take(limit).Select(e => new JsonObject
            {
                ["Id"] = e.Id,
                ["Name"] = e.Name,
                ["VoiceId"] = "",
                ["Description"] = e.Description,
                ["CreateTime"] = TaskTimes.Iso(e.CreatedAt),
            })]),
            ["TotalCount"] = request.State.Elements.Count,
        };
    }

    public static JsonObject DeleteElement(VodRequest request)
    {
        if (request.State.Elements.RemoveAll(e => e.Id == request.Body["ElementId"]?.ToString()) == 0) throw new VodException("ResourceNotFound", "The element does not exist.");
        return [];
    }
}
