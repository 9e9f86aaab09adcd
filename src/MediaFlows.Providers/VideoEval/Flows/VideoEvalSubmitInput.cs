using System.ComponentModel;
using System.Text.Json.Serialization;
using MediaFlows.Core.Media;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.VideoEval.Activities;

namespace MediaFlows.Providers.VideoEval.Flows;

/// <summary>Input of <see cref="VideoEvalSubmitFlow"/>.</summary>
public sealed record VideoEvalSubmitInput
{
    /// <summary>The videos of one task.</summary>
    [Description("1 to 10 MP4 videos of at most 50MB each.")]
    public IReadOnlyList<MediaSource> Files { get; init; } = [];

    /// <summary>Free text for the evaluation, or null.</summary>
    [Description("What the evaluation shall look at, in free text.")]
    public string? Prompt { get; init; }

    /// <summary>Language of the evaluation.</summary>
    [Description("Language of the evaluation: auto, zh or en.")]
    public string? Language { get; init; }

    /// <summary>Asks typical users.</summary>
    [JsonPropertyName("is_typical_user_enabled")]
    [Description("Adds the view of typical users.")]
    public bool TypicalUsers { get; init; }

    /// <summary>Number of typical users, above 0.</summary>
    [JsonPropertyName("typical_user_count")]
    [Description("How many typical users, above 0.")]
    public int? TypicalUserCount { get; init; }

    /// <summary>How typical users are chosen.</summary>
    [JsonPropertyName("typical_user_selection_mode")]
    [Description("How typical users are chosen: VIEWPOINT or PROFILE.")]
    public string? TypicalUserSelectionMode { get; init; }

    /// <summary>Asks for a report.</summary>
    [JsonPropertyName("is_report_enabled")]
    [Description("Asks the service for a report.")]
    public bool Report { get; init; }

    /// <summary>An API key for this task instead of the configured one; kept encrypted.</summary>
    [Sensitive]
    [Description("API key for this task; the configured one otherwise.")]
    public string? ApiKey { get; init; }

    /// <summary>Time limit of a request, in seconds; 60 unless given.</summary>
    [Description("Time limit of a request in seconds, 1 to 3600 (60).")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Time limit of an upload, in seconds; 900 unless given, and never below <see cref="TimeoutSeconds"/>.</summary>
    [Description("Time limit of one upload in seconds, 1 to 3600 (900).")]
    public int? UploadTimeoutSeconds { get; init; }

    /// <summary>What happens when nobody can tell whether the task was created.</summary>
    [Description("When it cannot be told whether the task was created: ask, or resubmit (may use the quota twice).")]
    public AmbiguousSubmit OnAmbiguousSubmit { get; init; }

    /// <summary>The batch as it was checked; always taken anew from <see cref="Files"/>.</summary>
    [Description("Filled in when the batch is checked.")]
    public IReadOnlyList<EvaluationVideo>? Videos { get; init; }

    /// <summary>Shows no key, since records end up in messages.</summary>
    public override string ToString() => $"VideoEvalSubmitInput({Files.Count} videos)";
}
