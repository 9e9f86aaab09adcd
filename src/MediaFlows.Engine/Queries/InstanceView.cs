using System.Text.Json.Nodes;
using MediaFlows.Core.Client;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Replay;
using MediaFlows.Engine.Runtime;

namespace MediaFlows.Engine.Queries;

/// <summary>An instance as it was seen at one moment, with input and output not read yet.</summary>
internal sealed record InstanceView(FlowInstance Status, Payload Input, Payload Output, bool IsLoading)
{
    /// <summary>The view of an instance in memory; <paramref name="hub"/> knows what runs for it. Null for one from the archive.</summary>
    public static InstanceView Of(Instance instance, Hub? hub, EngineParts? parts = null)
    {
        parts ??= hub!.Services.Parts;
        var header = instance.Header;
        var end = instance.End;
        var wake = instance.IsEnded ? null : Waiting.NextWake(instance);
        var status = new FlowInstance
        {
            Id = header.Id,
            Flow = header.Flow,
            Version = header.Version,
            Status = instance.Status,
            CreatedAt = Utc(header.CreatedTicks),
            UpdatedAt = Utc(instance.UpdatedTicks),
            EndedAt = instance.IsEnded ? Utc(instance.EndedTicks) : null,
            Error = end is { Detail.IsEmpty: false } e ? parts.ReadError(e.Detail) : instance.Blocked,
            Progress = ShownProgress.Of(instance, hub, parts),
            WaitingFor = instance.IsEnded ? null : Waiting.Describe(instance),
            NextWakeAt = wake is { } ticks ? Utc(ticks) : null,
            ProviderJobId = end?.Name,
            ParentId = header.ParentId,
            Batch = header.Batch,
            Tags = header.Tags,
            Resumes = instance.Resumes,
            NotifyInstanceId = header.NotifyId,
        };
        var output = instance.EndStatus == FlowStatus.Completed ? end!.Value.Payload : default;
        return new InstanceView(status, instance.Input, output, instance.Loading);
    }

    /// <summary>The status with input and output where they are at hand or can be fetched.</summary>
    public async Task<FlowInstance> WithPayloadsAsync(bool input, bool output, Store.PayloadStore payloads) => Status with
    {
        Input = input ? await ReadAsync(Input, payloads) : null,
        Output = output ? await ReadAsync(Output, payloads) : null,
    };

    /// <summary>A payload as JSON; null when there is none.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF4004</c> when its blob is gone: the instance was purged meanwhile, or storage lost it.</exception>
    public static async Task<JsonNode?> ReadAsync(Payload payload, Store.PayloadStore payloads)
    {
        if (payload.IsEmpty) return null;
        var bytes = payload.IsAway ? await payloads.FetchAsync(payload.Blob!) : payload.Bytes;
        return JsonNode.Parse(bytes.Span);
    }

    private static DateTimeOffset Utc(long ticks) => new(ticks, TimeSpan.Zero);
}
