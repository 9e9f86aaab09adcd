using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>One submit of a task.</summary>
/// <param name="Action">API action.</param>
/// <param name="TaskType">TaskType of the task that it starts.</param>
/// <param name="Body">Request members, without the SessionId.</param>
public sealed record VodTaskRequest(string Action, string TaskType, JsonObject Body)
{
    /// <summary>Region of the call; null takes the configured one.</summary>
    public string? Region { get; init; }

    /// <summary>The caller's own deduplication key; null takes the ledger's token.</summary>
    public string? SessionId { get; init; }

    /// <summary>False for the one action that takes no SessionId (ImportMediaKnowledge).</summary>
    public bool TakesSession { get; init; } = true;

    /// <summary>Where durations of such tasks are learned.</summary>
    public required string DurationKey { get; init; }
}
