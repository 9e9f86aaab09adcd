using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.State;
using MediaFlows.Simulator.Tencent.Tasks;

namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>Templates for image processing. Knobs: <c>templateListLagSeconds</c> makes new ones appear in the list later, <c>templatePresets</c> puts that many of the service's own before them.</summary>
internal static class TemplateActions
{
    private const int Most = 50;
    private const int LongestName = 64;
    private const int LongestComment = 256;

    public static JsonObject Create(VodRequest request)
    {
        var state = request.State;
        if (request.Text("Name").Length > LongestName) throw new VodException("InvalidParameterValue.Name", "The name is longer than 64 characters.");
        if (request.Text("Comment").Length > LongestComment) throw new VodException("InvalidParameterValue.Comment", "The comment is longer than 256 characters.");
        if (state.Templates.Count >= Most) throw new VodException("LimitExceeded.TooMuchTemplate", "At most 50 templates.");
        var id = state.Ids.Definition();
        state.Templates[id] = new SimTemplate(id, request.SubAppId, request.Text("Name"), request.Text("Comment"), (JsonObject)request.Body["ProcessImageConfigure"]!.DeepClone(), state.Now);
        return new JsonObject { ["Definition"] = id };
    }

    public static JsonObject List(VodRequest request)
    {
        var state = request.State;
        var offset = (int)(request.Number("Offset") ?? 0);
        var limit = (int)(request.Number("Limit") ?? 10);
        if (offset < 0 || limit is < 1 or > 100) throw new VodException("InvalidParameterValue", "Limit must be from 1 to 100.");
        var wanted = request.List("Definitions");
        var visible = state.Now - TimeSpan.FromSeconds(state.Cloud.Knob("templateListLagSeconds", 0));
        var presets = Enumerable.Range(1, (int)state.Cloud.Knob("templatePresets", 0)).Select(n => new SimTemplate(n, request.SubAppId, $"preset {n}", "", [], DateTimeOffset.UnixEpoch));
        var found = presets.Concat(state.Templates.Values).Where(t => t.SubAppId == request.SubAppId && t.CreatedAt <= visible && (wanted.Count == 0 || wanted.Contains(t.Definition.ToString()))).OrderBy(t => t.Definition).ToList();
        return new JsonObject
        {
            ["TotalCount"] = found.Count,
            ["ProcessImageAsyncTemplateSet"] = new JsonArray([.. found.Skip(offset).Take(limit).Select(Item)]),
        };
    }

    public static JsonObject Delete(VodRequest request) =>
        request.Number("Definition") is { } id && request.State.Templates.Remove((long)id) ? [] : throw new VodException("InvalidParameterValue.Definition", "The template does not exist.");

    private static JsonObject Item(SimTemplate template) => new()
    {
        ["Definition"] = template.Definition,
        ["Type"] = template.Definition < 10000 ? "Preset" : "Custom",
        ["Name"] = template.Name,
        ["Comment"] = template.Comment,
        ["CreateTime"] = TaskTimes.Iso(template.CreatedAt),
        ["UpdateTime"] = TaskTimes.Iso(template.CreatedAt),
        ["ProcessImageConfigure"] = template.Configure.DeepClone(),
    };
}
