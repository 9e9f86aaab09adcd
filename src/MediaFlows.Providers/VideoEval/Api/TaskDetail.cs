using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>A task, normalised: <c>GET …/survey/task/{id}</c>.</summary>
public sealed record TaskDetail
{
    /// <summary>The service's id as text.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>The service's status word, or null. It is opaque: no unknown word means success.</summary>
    [JsonPropertyName("task_status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? TaskStatus { get; init; }

    /// <summary>The items of kind <c>video_structured_result</c> with a <c>sub_tab</c>, each untouched.</summary>
    [JsonPropertyName("detail")]
    public required IReadOnlyList<JsonNode> Detail { get; init; }

    /// <summary>Number of <see cref="Detail"/> items.</summary>
    [JsonPropertyName("filtered_detail_count")]
    public required int FilteredDetailCount { get; init; }

    /// <summary>The compact summary.</summary>
    [JsonPropertyName("summary")]
    public required TaskSummary Summary { get; init; }

    /// <summary>True when the service said whether the task has a prompt (even that it has none).</summary>
    [JsonIgnore]
    public bool TellsPrompt { get; init; }
}
