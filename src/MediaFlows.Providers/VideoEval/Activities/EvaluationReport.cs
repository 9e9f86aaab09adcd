using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>A finished evaluation.</summary>
public sealed record EvaluationReport
{
    /// <summary>The service's id as text.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>The service's status word, or null.</summary>
    [JsonPropertyName("task_status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? TaskStatus { get; init; }

    /// <summary>The report as people read it: conclusion, one section per video, recommendations (Markdown).</summary>
    [JsonPropertyName("report")]
    public required string Report { get; init; }

    /// <summary>The results the report was made from, URLs in them without their signatures.</summary>
    [JsonPropertyName("detail")]
    public required IReadOnlyList<JsonNode> Detail { get; init; }

    /// <summary>Number of <see cref="Detail"/> items.</summary>
    [JsonPropertyName("filtered_detail_count")]
    public required int FilteredDetailCount { get; init; }

    /// <summary>The compact summary.</summary>
    [JsonPropertyName("summary")]
    public required TaskSummary Summary { get; init; }
}
