using System.ComponentModel;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Process;

/// <summary>Input of <c>tencent.process</c>. Which members an operation takes is in <see cref="ProcessOperation"/>; others are refused.</summary>
public sealed record ProcessInput : MediaTaskInput
{
    /// <summary>What is done, by the document's words.</summary>
    [Description("procedure, transcode, remux, enhance, scene-transcode, snapshot, sample-snapshot, image-sprite, gif, cover-by-snapshot, adaptive-streaming, ai-analysis, ai-recognition or ai-review.")]
    public string? Operation { get; init; }

    /// <summary>Name of a task flow (procedure).</summary>
    [Description("Name of a task flow (procedure).")]
    public string? Procedure { get; init; }

    /// <summary>Transcode quality.</summary>
    [Description("same, hd, sd or flu (transcode).")]
    public string? Quality { get; init; }

    /// <summary>Remux container.</summary>
    [Description("mp4 or hls (remux).")]
    public string? TargetFormat { get; init; }

    /// <summary>Kind of picture (enhance) or of programme (scene-transcode).</summary>
    [Description("general, anime, live_action (enhance); short_drama, ecommerce, feed (scene-transcode).")]
    public string? Scene { get; init; }

    /// <summary>Resolution of enhance or scene-transcode.</summary>
    [Description("720, 1080, 2k, 4k (enhance); 1080, 720, 480 (scene-transcode).")]
    public string? Resolution { get; init; }

    /// <summary>What a scene transcode favours; no place in a queue.</summary>
    [Description("best, quality or bitrate (scene-transcode).")]
    public string? Priority { get; init; }

    /// <summary>Template id.</summary>
    [Description("Template id.")]
    public long? Definition { get; init; }

    /// <summary>Watermark template ids, at most 10.</summary>
    [Description("Watermark template ids, at most 10.")]
    public IReadOnlyList<long>? WatermarkSet { get; init; }

    /// <summary>Times of snapshots: <c>5s</c>, <c>10%</c> or <c>10pct</c>.</summary>
    [Description("Times of snapshots: 5s, 10% or 10pct.")]
    public IReadOnlyList<string>? ExtTimeOffsetSet { get; init; }

    /// <summary>Start of a gif in seconds; negative counts from the end.</summary>
    [Description("Start in seconds; negative counts from the end (gif).")]
    public double? StartTime { get; init; }

    /// <summary>End of a gif in seconds; 0 is the end of the media.</summary>
    [Description("End in seconds; 0 is the end of the media (gif).")]
    public double? EndTime { get; init; }

    /// <summary>How the position of a cover is given.</summary>
    [Description("Time or Percent (cover-by-snapshot).")]
    public string? PositionType { get; init; }

    /// <summary>Position of a cover: seconds, or percent.</summary>
    [Description("Seconds, or percent (cover-by-snapshot).")]
    public double? PositionValue { get; init; }

    /// <summary>Subtitle ids, at most 16.</summary>
    [Description("Subtitle ids, at most 16 (adaptive-streaming).")]
    public IReadOnlyList<string>? SubtitleSet { get; init; }

    /// <summary>When the service notifies.</summary>
    [Description("Finish, Change or None.")]
    public string? TasksNotifyMode { get; init; }
}
