using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using MediaFlows.Functions.Durable;
using MediaFlows.Functions.Naming;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Client;

/// <summary>Reads what the platform knows of an orchestration as a <see cref="FlowInstance"/>.</summary>
public sealed class InstanceReader
{
    private readonly FlowCatalog _catalog;
    private readonly FlowSerializer _serializer;

    /// <summary>Knows the flows of <paramref name="catalog"/>.</summary>
    public InstanceReader(FlowCatalog catalog, FlowSerializer serializer)
    {
        _catalog = catalog;
        _serializer = serializer;
    }

    /// <summary>The instance, or null when it is not one of ours (an entity, another app's orchestration in the same hub).</summary>
    public FlowInstance? Read(OrchestrationMetadata metadata)
    {
        var flow = FunctionNames.FlowOf(metadata.Name);
        if (metadata.InstanceId.StartsWith('@') || _catalog.FindFlow(flow) is null) return null;
        var envelope = Envelope(metadata);
        var outcome = metadata.RuntimeStatus == OrchestrationRuntimeStatus.Failed ? Outcome(metadata) : null;
        var status = Status(metadata.RuntimeStatus, outcome);
        var (progress, waitingFor, nextWakeAt) = CustomStatus.Read(metadata.SerializedCustomStatus);
        return new FlowInstance
        {
            Id = metadata.InstanceId,
            Flow = flow,
            Version = envelope?.Version ?? "",
            Status = status,
            CreatedAt = envelope?.CreatedAt ?? metadata.CreatedAt,
            UpdatedAt = metadata.LastUpdatedAt,
            EndedAt = status.IsEnded() ? metadata.LastUpdatedAt : null,
            Input = Node(envelope?.Origin ?? envelope?.Input),
            Output = status == FlowStatus.Completed && metadata.SerializedOutput is { } output ? JsonNode.Parse(output) : null,
            Error = outcome?.Error ?? (status == FlowStatus.Terminated ? Terminated(metadata.SerializedOutput) : null),
            Progress = progress,
            WaitingFor = status.IsEnded() ? null : status == FlowStatus.Suspended ? "resume" : waitingFor ?? "its first turn",
            NextWakeAt = status.IsEnded() ? null : nextWakeAt,
            ProviderJobId = outcome?.ProviderJobId,
            ParentId = envelope?.ParentId,
            Batch = envelope?.Batch,
            Tags = envelope?.Tags,
            Resumes = envelope?.Resumes ?? 0,
            NotifyInstanceId = envelope?.NotifyInstanceId,
        };
    }

    /// <summary>The envelope that the instance was started with; null when it was started by somebody else.</summary>
    public FlowEnvelope? Envelope(OrchestrationMetadata metadata)
    {
        if (metadata.SerializedInput is not { } json) return null;
        try
        {
            return JsonSerializer.Deserialize<FlowEnvelope>(json, _serializer.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>How a failed instance ended. Storage providers keep the text in different places.</summary>
    public static FlowOutcomeDocument Outcome(OrchestrationMetadata metadata) =>
        FailureText.Find(metadata.FailureDetails?.ErrorMessage) ?? FailureText.Read(metadata.SerializedOutput ?? metadata.FailureDetails?.ErrorMessage);

    private static FlowStatus Status(OrchestrationRuntimeStatus status, FlowOutcomeDocument? outcome) => status switch
    {
        OrchestrationRuntimeStatus.Pending => FlowStatus.Pending,
        OrchestrationRuntimeStatus.Suspended => FlowStatus.Suspended,
        OrchestrationRuntimeStatus.Completed => FlowStatus.Completed,
        OrchestrationRuntimeStatus.Terminated => FlowStatus.Terminated,
        OrchestrationRuntimeStatus.Failed => outcome!.Outcome switch
        {
            FlowOutcome.TimedOut => FlowStatus.TimedOut,
            FlowOutcome.Cancelled => FlowStatus.Cancelled,
            FlowOutcome.NeedsAttention => FlowStatus.NeedsAttention,
            _ => FlowStatus.Failed,
        },
        _ => FlowStatus.Running,
    };

    private static FlowError Terminated(string? output)
    {
        var reason = output is null ? null : TextOf(output);
        return new FlowError(ErrorCodes.Terminated, string.IsNullOrEmpty(reason) ? "The flow was terminated." : $"The flow was terminated: {reason}");
    }

    // The reason comes back as JSON text or bare, by storage provider.
    private static string TextOf(string output)
    {
        try
        {
            return JsonNode.Parse(output) is JsonValue v && v.TryGetValue<string>(out var text) ? text : output;
        }
        catch (JsonException)
        {
            return output;
        }
    }

    private static JsonNode? Node(JsonElement? element) => element is { ValueKind: not JsonValueKind.Undefined } e ? JsonSerializer.SerializeToNode(e) : null;
}
