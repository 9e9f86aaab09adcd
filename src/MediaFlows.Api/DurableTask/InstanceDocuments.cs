using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Api.Instances;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;

namespace MediaFlows.Api.DurableTask;

/// <summary>Makes Durable Functions documents of instances, revealed and redacted by <see cref="FlowDocuments"/>.</summary>
public sealed class InstanceDocuments
{
    private readonly FlowDocuments _documents;

    /// <summary>Shows by <paramref name="documents"/>.</summary>
    public InstanceDocuments(FlowDocuments documents) => _documents = documents;

    /// <summary>The document of <paramref name="instance"/>.</summary>
    public InstanceDocument Of(FlowInstance instance, bool showInput, bool toOwner, IReadOnlyList<InstanceHistoryEvent>? history = null) => new()
    {
        Name = instance.Flow,
        InstanceId = instance.Id,
        RuntimeStatus = instance.Status.ToRuntimeStatus(),
        Input = showInput ? _documents.Show(instance.Input, toOwner) : null,
        CustomStatus = CustomStatus(instance),
        Output = _documents.Show(instance.Output, toOwner)
            ?? (instance.Error is null ? null : JsonSerializer.SerializeToNode(_documents.Show(instance.Error, toOwner), ApiJson.Options)),
        CreatedTime = instance.CreatedAt.UtcDateTime,
        LastUpdatedTime = instance.UpdatedAt.UtcDateTime,
        HistoryEvents = history,
    };

    /// <summary>A history event; <paramref name="showOutput"/> adds inputs and results, redacted.</summary>
    public InstanceHistoryEvent Event(FlowHistoryEvent e, bool showOutput)
    {
        var shown = _documents.Event(e);
        var isEvent = e.Type.StartsWith("Event", StringComparison.Ordinal);
        return new InstanceHistoryEvent
        {
            EventType = e.Type,
            Timestamp = shown.Timestamp,
            FunctionName = isEvent ? null : e.Name,
            Name = isEvent ? e.Name : null,
            FireAt = shown.FireAt,
            Input = showOutput ? shown.Input : null,
            Result = showOutput ? shown.Result : null,
            Reason = shown.Error?.Message ?? shown.Reason,
        };
    }

    private JsonObject CustomStatus(FlowInstance instance)
    {
        var status = _documents.Show(instance.Progress, toOwner: false) as JsonObject ?? [];
        status["state"] = JsonNamingPolicy.CamelCase.ConvertName(instance.Status.ToString());
        if (instance.WaitingFor is { } waiting) status["waitingFor"] = Core.Redaction.SignedUrls.RedactAll(waiting);
        return status;
    }
}
