using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.Flows.Process;

/// <summary>One operation of <c>tencent.process</c>: what it takes and what it sends.</summary>
/// <param name="Name">The document's word.</param>
/// <param name="Title">What it does, for people.</param>
/// <param name="Options">Members beyond the common ones that it takes.</param>
/// <param name="Build">The members of the request that say what is done.</param>
public sealed record ProcessOperation(string Name, string Title, IReadOnlyList<string> Options, Func<ProcessInput, JsonObject> Build)
{
    private static readonly ProcessTemplates Templates = ProcessTemplates.Current;

    /// <summary>All operations, in the document's order.</summary>
    public static IReadOnlyList<ProcessOperation> All { get; } =
    [
        new("procedure", "Run a task flow", ["procedure"], i => VodJson.Object(("ProcedureName", i.Procedure))),
        new("transcode", "Transcode (TESHD)", ["quality", "watermarkSet"], i => Transcode(Templates.Transcode[i.Quality!], i)),
        new("remux", "Change the container", ["targetFormat"], i => Transcode(Templates.Remux[i.TargetFormat!], i)),
        new("enhance", "Enhance the picture", ["scene", "resolution"], i => Transcode(Templates.Enhance[i.Scene!][i.Resolution!], i)),
        new(
            "scene-transcode",
            "Transcode for a kind of programme",
            ["scene", "resolution", "priority"],
            i => Transcode(Templates.SceneTranscode[i.Scene!][i.Resolution!][i.Priority!], i)),
        new("snapshot", "Take snapshots at given times", ["definition", "extTimeOffsetSet", "watermarkSet"], i => Media("SnapshotByTimeOffsetTaskSet", VodJson.Object(
            ("Definition", i.Definition), ("ExtTimeOffsetSet", VodJson.Array(i.ExtTimeOffsetSet)), ("WatermarkSet", Watermarks(i))))),
        new(
            "sample-snapshot",
            "Take snapshots at intervals",
            ["definition", "watermarkSet"],
            i => Media("SampleSnapshotTaskSet", VodJson.Object(("Definition", i.Definition), ("WatermarkSet", Watermarks(i))))),
        new("image-sprite", "Make an image sprite", ["definition"], i => Media("ImageSpriteTaskSet", VodJson.Object(("Definition", i.Definition)))),
        new("gif", "Make an animated picture", ["definition", "startTime", "endTime"], i => Media("AnimatedGraphicTaskSet", VodJson.Object(
            ("Definition", i.Definition), ("StartTimeOffset", i.StartTime ?? 0), ("EndTimeOffset", i.EndTime ?? 0)))),
        new("cover-by-snapshot", "Take a cover from the video", ["definition", "positionType", "positionValue", "watermarkSet"], i => Media("CoverBySnapshotTaskSet", VodJson.Object(
            ("Definition", i.Definition), ("PositionType", i.PositionType), ("PositionValue", i.PositionValue), ("WatermarkSet", Watermarks(i))))),
        new("adaptive-streaming", "Make an adaptive stream", ["definition", "subtitleSet"], i => Media("AdaptiveDynamicStreamingTaskSet", VodJson.Object(
            ("Definition", i.Definition), ("SubtitleSet", VodJson.Array(i.SubtitleSet))))),
        new("ai-analysis", "Analyse the content", ["definition"], i => Ai("AiAnalysisTask", i)),
        new("ai-recognition", "Recognise speech, text and faces", ["definition"], i => Ai("AiRecognitionTask", i)),
        new("ai-review", "Review the content", ["definition"], i => Ai("AiContentReviewTask", i)),
    ];

    /// <summary>The API action.</summary>
    public string Action => Name == "procedure" ? "ProcessMediaByProcedure" : "ProcessMedia";

    /// <summary>The operation of that name, exact case, or null.</summary>
    public static ProcessOperation? Find(string? name) => All.FirstOrDefault(o => o.Name == name);

    private static JsonObject Transcode(long definition, ProcessInput input) =>
        Media("TranscodeTaskSet", VodJson.Object(("Definition", definition), ("WatermarkSet", Watermarks(input))));

    private static JsonObject Media(string set, JsonObject element) => new() { ["MediaProcessTask"] = new JsonObject { [set] = new JsonArray(element) } };

    private static JsonObject Ai(string member, ProcessInput input) => new() { [member] = new JsonObject { ["Definition"] = input.Definition } };

    private static JsonArray? Watermarks(ProcessInput input) => VodJson.Array(input.WatermarkSet?.Select(w => new JsonObject { ["Definition"] = w }));
}
