using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Client;

public sealed partial class DurableFlowClient
{
    private static readonly TimeSpan WatchPause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async Task<FlowInstance?> GetAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } metadata || _reader.Read(metadata) is not { } instance) return null;
        return await WithChildProgressAsync(instance, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FlowHistoryEvent> HistoryAsync(string id, long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await RequireAsync(id, cancellationToken);
        foreach (var item in await _history.ReadAsync(Client, id, cancellationToken))
            if (item.Sequence >= from) yield return item;
    }

    /// <inheritdoc/>
    /// <remarks>The platform tells nobody of changes, so the instance is looked at once a second.</remarks>
    public async IAsyncEnumerable<FlowInstance> WatchAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FlowInstance? last = null;
        while (true)
        {
            var now = await GetAsync(id, cancellationToken) ?? throw NotFound(id);
            if (last is null || Changed(last, now)) yield return now;
            if (now.Status.IsEnded()) yield break;
            last = now;
            await Task.Delay(WatchPause, _time, cancellationToken);
        }
    }

    private static bool Changed(FlowInstance a, FlowInstance b) =>
        a.Status != b.Status || a.UpdatedAt != b.UpdatedAt || !JsonNode.DeepEquals(a.Progress, b.Progress);

    private async Task<FlowInstance> WithChildProgressAsync(FlowInstance instance, CancellationToken cancellationToken)
    {
        if (instance.Status.IsEnded() || (string?)instance.Progress?["child"] is not { } childId) return instance;
        if (await FindAsync(childId, cancellationToken) is not { } metadata || _reader.Read(metadata) is not { Progress: JsonObject finer } child) return instance;
        var merged = (JsonObject)instance.Progress!.DeepClone();
        foreach (var (name, value) in finer) merged[name] = value?.DeepClone();
        return instance with { Progress = merged, NextWakeAt = child.NextWakeAt ?? instance.NextWakeAt };
    }

    private Task<OrchestrationMetadata?> FindAsync(string id, CancellationToken cancellationToken) =>
        Client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken);

    private async Task<(OrchestrationMetadata Metadata, FlowInstance Instance)> RequireAsync(string id, CancellationToken cancellationToken)
    {
        var metadata = await FindAsync(id, cancellationToken) ?? throw NotFound(id);
        return (metadata, _reader.Read(metadata) ?? throw NotFound(id));
    }

    private async Task<FlowInstance> RequireLiveAsync(string id, string otherwise, CancellationToken cancellationToken)
    {
        var (_, instance) = await RequireAsync(id, cancellationToken);
        return instance.Status.IsEnded() ? throw Wrong(instance, otherwise) : instance;
    }

    private static FlowException NotFound(string id) =>
        new(ErrorCodes.InstanceNotFound, $"There is no instance with the id '{id}'.", "GET /api/flows lists what there is.");
}
