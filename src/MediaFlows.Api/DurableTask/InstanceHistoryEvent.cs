using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MediaFlows.Api.DurableTask;

/// <summary>A history event as the Durable Functions HTTP API gives it, in its own PascalCase.</summary>
public sealed record InstanceHistoryEvent
{
    /// <summary>Event type.</summary>
    [JsonPropertyName("EventType")]
    public required string EventType { get; init; }

    /// <summary>UTC time.</summary>
    [JsonPropertyName("Timestamp")]
    public required DateTime Timestamp { get; init; }

    /// <summary>Function of a started or finished task.</summary>
    [JsonPropertyName("FunctionName")]
    public string? FunctionName { get; init; }

    /// <summary>Name of an external event.</summary>
    [JsonPropertyName("Name")]
    public string? Name { get; init; }

    /// <summary>UTC due time of a timer.</summary>
    [JsonPropertyName("FireAt")]
    public DateTime? FireAt { get; init; }

    /// <summary>Input, with <c>showHistoryOutput=true</c>.</summary>
    [JsonPropertyName("Input")]
    public JsonNode? Input { get; init; }

    /// <summary>Result, with <c>showHistoryOutput=true</c>.</summary>
    [JsonPropertyName("Result")]
    public JsonNode? Result { get; init; }

    /// <summary>Why it failed or was stopped.</summary>
    [JsonPropertyName("Reason")]
    public string? Reason { get; init; }
}
