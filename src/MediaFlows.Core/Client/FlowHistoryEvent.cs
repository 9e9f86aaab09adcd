using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Client;

/// <summary>One recorded event of an instance, by the names of Durable Functions (<c>ExecutionStarted</c>, <c>TaskScheduled</c>, <c>TimerFired</c>, …).</summary>
/// <param name="Sequence">Position in the history, from 0.</param>
/// <param name="Type">Event type.</param>
/// <param name="Timestamp">UTC time.</param>
public sealed record FlowHistoryEvent(long Sequence, string Type, DateTimeOffset Timestamp)
{
    /// <summary>Activity, flow or event name.</summary>
    public string? Name { get; init; }

    /// <summary>Task id that links a schedule to its completion.</summary>
    public int? TaskId { get; init; }

    /// <summary>Input of the scheduled task or payload of the event.</summary>
    public JsonNode? Input { get; init; }

    /// <summary>Result of the completed task.</summary>
    public JsonNode? Result { get; init; }

    /// <summary>Failure of the task or instance.</summary>
    public FlowError? Error { get; init; }

    /// <summary>UTC due time of a timer.</summary>
    public DateTimeOffset? FireAt { get; init; }

    /// <summary>Instance id of a sub-orchestration.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Number of the try, for activities.</summary>
    public int? Attempt { get; init; }

    /// <summary>Free text: reasons of terminate, suspend, resume, cancel.</summary>
    public string? Reason { get; init; }
}
