using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>The task list, normalised: <c>GET …/survey/task?page=1&amp;page_size=100&amp;agent_id=125</c>.</summary>
public sealed record TaskList
{
    /// <summary>At most 100 tasks, in the service's order.</summary>
    [JsonPropertyName("items")]
    public required IReadOnlyList<TaskListItem> Items { get; init; }

    /// <summary>The service's paging object, untouched; null when it sent none.</summary>
    [JsonPropertyName("page")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonNode? Page { get; init; }
}
