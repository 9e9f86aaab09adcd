using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.State;
using MediaFlows.Simulator.Tencent.Vod;

namespace MediaFlows.Simulator.Tencent.Tasks;

/// <summary>The result sets of a procedure: one item per element of the request's task sets.</summary>
internal static class ProcedureViews
{
    private static readonly (string Set, string Type, string Member, Func<SimTask, TencentState, JsonNode, JsonObject> Output)[] MediaSets =
    [
        ("TranscodeTaskSet", "Transcode", "TranscodeTask", Transcoded),
        ("AnimatedGraphicTaskSet", "AnimatedGraphics", "AnimatedGraphicTask", (t, s, e) => new JsonObject { ["Url"] = Url(t, s, e, "gif"), ["Definition"] = Definition(e), ["Container"] = "gif" }),
        ("SnapshotByTimeOffsetTaskSet", "SnapshotByTimeOffset", "SnapshotByTimeOffsetTask", Snapshots),
        ("SampleSnapshotTaskSet", "SampleSnapshot", "SampleSnapshotTask", (t, s, e) => new JsonObject { ["Definition"] = Definition(e), ["SampleType"] = "Percent", ["Interval"] = 10, ["ImageUrlSet"] = new JsonArray(Url(t, s, e, "jpg")) }),
        ("ImageSpriteTaskSet", "ImageSprites", "ImageSpriteTask", (t, s, e) => new JsonObject { ["Definition"] = Definition(e), ["TotalCount"] = 1, ["ImageUrlSet"] = new JsonArray(Url(t, s, e, "jpg")), ["WebVttUrl"] = Url(t, s, e, "vtt") }),
        ("CoverBySnapshotTaskSet", "CoverBySnapshot", "CoverBySnapshotTask", (t, s, e) => new JsonObject { ["CoverUrl"] = Url(t, s, e, "jpg") }),
        ("AdaptiveDynamicStreamingTaskSet", "AdaptiveDynamicStreaming", "AdaptiveDynamicStreamingTask", (t, s, e) => new JsonObject { ["Definition"] = Definition(e), ["Package"] = "hls", ["DrmType"] = "", ["Url"] = Url(t, s, e, "m3u8") }),
    ];

    public static void Fill(JsonObject inner, SimTask task, TencentState state)
    {
        var number = 0;
        inner["MediaProcessResultSet"] = Media(task, state, ref number);
        inner["AiContentReviewResultSet"] = Ai(
            task,
            state,
            "AiContentReviewTask",
            "Porn",
            "PornTask",
            ref number,
            () => new JsonObject { ["Confidence"] = 1.5, ["Suggestion"] = "pass", ["Label"] = "", ["SegmentSet"] = new JsonArray() });
        inner["AiAnalysisResultSet"] = Ai(
            task,
            state,
            "AiAnalysisTask",
            "Classification",
            "ClassificationTask",
            ref number,
            () => new JsonObject { ["ClassificationSet"] = new JsonArray(new JsonObject { ["Classification"] = "Nature", ["Confidence"] = 88.5 }) });
        inner["AiRecognitionResultSet"] = Ai(task, state, "AiRecognitionTask", "AsrFullTextRecognition", "AsrFullTextTask", ref number, () => new JsonObject
        {
            ["SegmentSet"] = new JsonArray(new JsonObject { ["Confidence"] = 99, ["StartTimeOffset"] = 0.5, ["EndTimeOffset"] = 2.25, ["Text"] = "Hello." }),
            ["SubtitleUrl"] = TaskResults.Store(task, state, "subtitle.vtt"),
        });
    }

    private static JsonArray? Media(SimTask task, TencentState state, ref int number)
    {
        var items = new List<JsonNode?>();
        var sets = task.Request["ProcedureName"] is null ? task.Request["MediaProcessTask"] as JsonObject : ByProcedure();
        foreach (var (set, type, member, output) in MediaSets)
        {
            if (sets?[set] is not JsonArray elements) continue;
            foreach (var element in elements)
                items.Add(Item(task, state, type, member, ++number, element!, () => output(task, state, element!)));
        }

        return items.Count == 0 ? null : new JsonArray([.. items]);
    }

    private static JsonArray? Ai(SimTask task, TencentState state, string name, string type, string member, ref int number, Func<JsonObject> output) =>
        task.Request[name] is { } input ? new JsonArray(Item(task, state, type, member, ++number, input, output)) : null;

    private static JsonObject Item(SimTask task, TencentState state, string type, string member, int number, JsonNode input, Func<JsonObject> output)
    {
        var done = state.Now >= task.EndsAt;
        var failed = done && (task.Failed || (task.Partial && number == 1));
        return new JsonObject
        {
            ["Type"] = type,
            [member] = new JsonObject
            {
                ["Status"] = !done ? "PROCESSING" : failed ? "FAIL" : "SUCCESS",
                ["ErrCodeExt"] = failed ? task.Failure ?? "InternalError" : "",
                ["ErrCode"] = failed ? 70000 : 0,
                ["Message"] = failed ? "simulated failure" : "",
                ["Input"] = input.DeepClone(),
                ["Output"] = done && !failed ? output() : null,
                ["Progress"] = task.Progress(state.Now),
                ["BeginProcessTime"] = TaskTimes.Iso(task.BeginsAt),
                ["FinishTime"] = done ? TaskTimes.Iso(task.EndsAt) : "",
            },
        };
    }

    // A task-flow template of the account: a transcode and a cover.
    private static JsonObject ByProcedure() => new()
    {
        ["TranscodeTaskSet"] = new JsonArray(new JsonObject { ["Definition"] = 100020 }),
        ["CoverBySnapshotTaskSet"] = new JsonArray(new JsonObject { ["Definition"] = 10 }),
    };

    private static JsonObject Transcoded(SimTask task, TencentState state, JsonNode element)
    {
        var output = MediaFacts.MetaData(64);
        output["Url"] = Url(task, state, element, Definition(element) == 876 ? "m3u8" : "mp4");
        output["Definition"] = Definition(element);
        output["DigitalWatermarkType"] = "None";
        return output;
    }

    private static JsonObject Snapshots(SimTask task, TencentState state, JsonNode element)
    {
        var offsets = VodRequest.ListOf(element, "ExtTimeOffsetSet");
        var pictures = (offsets.Count == 0 ? ["0s"] : offsets).Select((o, i) => new JsonObject
        {
            ["TimeOffset"] = o.EndsWith('s') ? double.Parse(o.TrimEnd('s')) * 1000 : 0,
            ["Url"] = TaskResults.Store(task, state, $"snapshot{i}.jpg"),
            ["WaterMarkDefinition"] = new JsonArray(),
        });
        return new JsonObject { ["Definition"] = Definition(element), ["PicInfoSet"] = new JsonArray([.. pictures]) };
    }

    private static long Definition(JsonNode element) => (long)(VodRequest.NumberOf(element, "Definition") ?? 0);

    private static string Url(SimTask task, TencentState state, JsonNode element, string type) => TaskResults.Store(task, state, $"v.f{Definition(element)}.{type}");
}
