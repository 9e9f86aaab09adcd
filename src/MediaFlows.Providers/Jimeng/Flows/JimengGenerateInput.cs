using System.ComponentModel;
using System.Text.Json.Serialization;
using MediaFlows.Core.Media;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.Jimeng.Api;

namespace MediaFlows.Providers.Jimeng.Flows;

/// <summary>Input of <see cref="JimengGenerateVideoFlow"/>.</summary>
public sealed record JimengGenerateInput
{
    /// <summary>What the video shows, at most 800 characters.</summary>
    [Description("What the video shows, Chinese or English, at most 800 characters (400 advised).")]
    public string? Prompt { get; init; }

    /// <summary>Mode; <c>t2v_720p</c> when null.</summary>
    [Description("ti2v_pro, t2v_1080p, i2v_first_1080p, i2v_first_tail_1080p, t2v_720p (default), i2v_first_720p, i2v_first_tail_720p or i2v_recamera_720p.")]
    public string? Mode { get; init; }

    /// <summary>Seconds; 5 when null.</summary>
    [Description("Seconds: 5 (default) or 10; 4, 6 and 8 need allowUndocumented.")]
    public int? Duration { get; init; }

    /// <summary>Frames a second; 24 when null. The service makes 24.</summary>
    [Description("Frames a second: 24 (default); 25 and 30 have no effect at the service and need allowUndocumented.")]
    public int? Fps { get; init; }

    /// <summary>First frame.</summary>
    [Description("First frame: JPEG or PNG, 320 to 4096 pixels, by URL, blob or file.")]
    public MediaSource? Image { get; init; }

    /// <summary>Last frame.</summary>
    [Description("Last frame, with the ratio of the first.")]
    public MediaSource? TailImage { get; init; }

    /// <summary>Seed; −1 (random) when null.</summary>
    [Description("Seed, -1 for random; the same seed and input give a nearly equal video.")]
    public int? Seed { get; init; }

    /// <summary>Ratio of text-to-video; <c>16:9</c> when null.</summary>
    [JsonPropertyName("aspect_ratio")]
    [Description("Ratio of a video from text: 16:9 (default), 4:3, 1:1, 3:4, 9:16, 21:9.")]
    public string? AspectRatio { get; init; }

    /// <summary>Camera template of <c>i2v_recamera_720p</c>.</summary>
    [JsonPropertyName("template_id")]
    [Description("How the camera moves (i2v_recamera_720p).")]
    public string? TemplateId { get; init; }

    /// <summary>Camera strength of <c>i2v_recamera_720p</c>.</summary>
    [JsonPropertyName("camera_strength")]
    [Description("How strong the camera moves (i2v_recamera_720p): weak, medium, strong.")]
    public string? CameraStrength { get; init; }

    /// <summary>Where the video is kept; null leaves it at the service, whose URL lives an hour.</summary>
    [Description("Where the video is kept: a blob or a file. The service's own URL lives an hour.")]
    public MediaSource? SaveTo { get; init; }

    /// <summary>Permits durations and frame rates that the service's pages do not name.</summary>
    [Description("Submits durations and frame rates that the service's pages do not name; the call is paid even if they have no effect.")]
    public bool AllowUndocumented { get; init; }

    /// <summary>What happens when the answer to the paid call is lost: there is no way to ask the service for it.</summary>
    [Description("When the answer to the paid call is lost: ask, or resubmit (may be paid more than once).")]
    public AmbiguousSubmit OnAmbiguousSubmit { get; init; }

    /// <summary>A mark of generated content to write into the video.</summary>
    [Description("A mark of generated content to write into the video.")]
    public JimengAigcMeta? AigcMeta { get; init; }

    /// <summary>Time limit of a request in seconds; captured from <c>JIMENG_VIDEO_API_TIMEOUT</c> (300).</summary>
    [Description("Time limit of a request in seconds (300).")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Seconds between two queries; captured from <c>JIMENG_VIDEO_POLL_INTERVAL</c> (5).</summary>
    [Description("Seconds between two queries (5).")]
    public int? PollIntervalSeconds { get; init; }

    /// <summary>Most queries; captured from <c>JIMENG_VIDEO_MAX_POLL_ATTEMPTS</c> (120).</summary>
    [Description("Most queries (120).")]
    public int? MaxPollAttempts { get; init; }

    /// <summary>The images as they were checked; always taken anew from <see cref="Image"/> and <see cref="TailImage"/>.</summary>
    [Description("Filled in when the images are checked.")]
    public IReadOnlyList<JimengImage>? CheckedImages { get; init; }
}
