using System.Text.Json.Serialization;

namespace MediaFlows.Providers.VideoEval.Flows;

/// <summary>The <c>data</c> of a submitted evaluation.</summary>
public sealed record SubmittedTask
{
    /// <summary>The service's id as text.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>The status word of the creation, or null where none was told.</summary>
    [JsonPropertyName("task_status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? TaskStatus { get; init; }

    /// <summary>Number of uploaded videos.</summary>
    [JsonPropertyName("submitted_video_count")]
    public required int SubmittedVideoCount { get; init; }
}
