using System.ComponentModel;
using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.VideoEval.Queries;

/// <summary>Input of <see cref="TaskDetailQuery"/>.</summary>
public sealed record TaskDetailInput
{
    /// <summary>The task.</summary>
    [JsonPropertyName("task_id")]
    [Description("Id of the evaluation task.")]
    public required string TaskId { get; init; }

    /// <summary>An API key instead of the configured one.</summary>
    [Sensitive]
    [Description("API key for this call; the configured one otherwise.")]
    public string? ApiKey { get; init; }

    /// <summary>Time limit in seconds; 60 unless given.</summary>
    [Description("Time limit in seconds, 1 to 3600 (60).")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Shows no key, since records end up in messages.</summary>
    public override string ToString() => $"TaskDetailInput({TaskId})";
}
