using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>The compact summary of a task.</summary>
public sealed record TaskSummary
{
    /// <summary>The service's id as text.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>The service's status word, or null.</summary>
    [JsonPropertyName("status")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Status { get; init; }

    /// <summary>The task's name, or null.</summary>
    [JsonPropertyName("name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Name { get; init; }

    /// <summary>The prompt it was created with, or null.</summary>
    [JsonPropertyName("prompt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Prompt { get; init; }

    /// <summary>The service's result value, untouched.</summary>
    [JsonPropertyName("result")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonNode? Result { get; init; }

    /// <summary>When it last changed, as the service writes it.</summary>
    [JsonPropertyName("updated_at")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonNode? UpdatedAt { get; init; }
}
