using System.ComponentModel;
using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.VideoEval.Flows;

/// <summary>Input of <see cref="VideoEvalAwaitReportFlow"/>.</summary>
public sealed record VideoEvalAwaitReportInput
{
    /// <summary>The task to wait for.</summary>
    [JsonPropertyName("task_id")]
    [Description("Id of the evaluation task, as submit returned it.")]
    public required string TaskId { get; init; }

    /// <summary>Number of videos whose results must be there before a task with an unknown status word counts as finished; null asks for one.</summary>
    [Description("How many videos the task has, if known.")]
    public int? Videos { get; init; }

    /// <summary>Language of the report's own words: <c>en</c> (also when null) or <c>zh</c>.</summary>
    [Description("Language of the report's own words: en or zh (en).")]
    public string? ReportLanguage { get; init; }

    /// <summary>Seconds between two questions; captured from settings, 120 unless given.</summary>
    [Description("Seconds between two status calls, at least 10 (120).")]
    public int? IntervalSeconds { get; init; }

    /// <summary>Most questions; captured from settings, 720 unless given (a day at 120 s).</summary>
    [Description("Most status calls (720).")]
    public int? MaxPolls { get; init; }

    /// <summary>An API key for this task instead of the configured one; kept encrypted.</summary>
    [Sensitive]
    [Description("API key for this task; the configured one otherwise.")]
    public string? ApiKey { get; init; }

    /// <summary>Time limit of a request, in seconds; 60 unless given.</summary>
    [Description("Time limit of a request in seconds, 1 to 3600 (60).")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Shows no key, since records end up in messages.</summary>
    public override string ToString() => $"VideoEvalAwaitReportInput({TaskId})";
}
