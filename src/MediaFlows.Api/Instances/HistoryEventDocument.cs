using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;

namespace MediaFlows.Api.Instances;

/// <summary>One recorded event, redacted.</summary>
/// <param name="Sequence">Position, from 0.</param>
/// <param name="Type">Event type by the names of Durable Functions.</param>
/// <param name="Timestamp">UTC time.</param>
public sealed record HistoryEventDocument(long Sequence, string Type, DateTime Timestamp)
{
    /// <summary>Activity, flow or event name.</summary>
    public string? Name { get; init; }

    /// <summary>Links a schedule to its completion.</summary>
    public int? TaskId { get; init; }

    /// <summary>Input of the task or payload of the event.</summary>
    public JsonNode? Input { get; init; }

    /// <summary>Result of the task.</summary>
    public JsonNode? Result { get; init; }

    /// <summary>Failure of the task or instance.</summary>
    public FlowError? Error { get; init; }

    /// <summary>UTC due time of a timer.</summary>
    public DateTime? FireAt { get; init; }

    /// <summary>Id of a sub-orchestration.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Number of the try, for activities.</summary>
    public int? Attempt { get; init; }

    /// <summary>Reason that an operator gave.</summary>
    public string? Reason { get; init; }
}
