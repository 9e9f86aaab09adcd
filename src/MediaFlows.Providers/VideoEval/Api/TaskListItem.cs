using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>One row of the task list, normalised. Times are passed on as the service writes them; their form is not documented.</summary>
public sealed record TaskListItem
{
    /// <summary>The service's id as text.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>The task's name, or null.</summary>
    [JsonPropertyName("name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Name { get; init; }

    /// <summary>The service's status word, or null.</summary>
    [JsonPropertyName("status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Status { get; init; }

    /// <summary>When it was created.</summary>
    [JsonPropertyName("created_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonNode? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    [JsonPropertyName("updated_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonNode? UpdatedAt { get; init; }
}
