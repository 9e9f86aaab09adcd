using System.Text.Json.Nodes;

namespace MediaFlows.Api.DurableTask;

/// <summary>The status of an instance as the Durable Functions HTTP API gives it.</summary>
public sealed record InstanceDocument
{
    /// <summary>Orchestrator name.</summary>
    public required string Name { get; init; }

    /// <summary>Instance id.</summary>
    public required string InstanceId { get; init; }

    /// <summary><c>Pending</c>, <c>Running</c>, <c>Suspended</c>, <c>Completed</c>, <c>Failed</c>, <c>Canceled</c> or <c>Terminated</c>.</summary>
    public required string RuntimeStatus { get; init; }

    /// <summary>Input, unless <c>showInput=false</c>.</summary>
    public JsonNode? Input { get; init; }

    /// <summary>Custom status: the progress, and our own word for the state.</summary>
    public JsonNode? CustomStatus { get; init; }

    /// <summary>Output; the error when it failed.</summary>
    public JsonNode? Output { get; init; }

    /// <summary>UTC time it was created.</summary>
    public required DateTime CreatedTime { get; init; }

    /// <summary>UTC time of its last change.</summary>
    public required DateTime LastUpdatedTime { get; init; }

    /// <summary>History, with <c>showHistory=true</c>.</summary>
    public IReadOnlyList<InstanceHistoryEvent>? HistoryEvents { get; init; }
}
