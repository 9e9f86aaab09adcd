using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Functions.Durable;

/// <summary>
/// The platform's custom status: the members of <see cref="FlowProgress"/> and a few of ours beside them, so that monitors made for
/// Durable Functions show our state words too.
/// </summary>
public static class CustomStatus
{
    private const string State = "state";
    private const string WaitingFor = "waitingFor";
    private const string NextWakeAt = "nextWakeAt";

    /// <summary>The status of a running instance.</summary>
    public static JsonElement Running(FlowSerializer serializer, FlowProgress? progress, string? waitingFor, DateTime? nextWakeAt)
    {
        var json = Progress(serializer, progress);
        json[State] = "running";
        if (waitingFor is not null) json[WaitingFor] = waitingFor;
        if (nextWakeAt is { } wake) json[NextWakeAt] = wake;
        return JsonSerializer.SerializeToElement(json);
    }

    /// <summary>The last status of an instance.</summary>
    public static JsonElement Ended(FlowSerializer serializer, FlowProgress? progress, FlowOutcome outcome)
    {
        var json = Progress(serializer, progress);
        json[State] = JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());
        return JsonSerializer.SerializeToElement(json);
    }

    /// <summary>Takes a custom status apart.</summary>
    public static (JsonObject? Progress, string? WaitingFor, DateTimeOffset? NextWakeAt) Read(string? json)
    {
        if (json is null || JsonNode.Parse(json) is not JsonObject status) return default;
        var waitingFor = (string?)status[WaitingFor];
        var nextWakeAt = (DateTimeOffset?)status[NextWakeAt];
        foreach (var own in (string[])[State, WaitingFor, NextWakeAt]) status.Remove(own);
        return (status.Count == 0 ? null : status, waitingFor, nextWakeAt);
    }

    private static JsonObject Progress(FlowSerializer serializer, FlowProgress? progress) =>
        progress is null ? [] : (JsonObject)JsonSerializer.SerializeToNode(progress, serializer.Options)!;
}
