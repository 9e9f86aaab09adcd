using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Tests.Doubles;

internal sealed partial class FakeTaskHub
{
    private int _made;

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var id = options?.InstanceId ?? $"made-{++_made}";
        if (_instances.TryGetValue(id, out var old) && (!old.Ended || options?.DedupeStatuses?.Contains(old.Status.ToString()) == true))
            return Task.FromException<string>(new OrchestrationAlreadyExistsException(id));
        Create(id, orchestratorName.Name, FakeJson.Write(input), null);
        return Task.FromResult(id);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        if (_instances.TryGetValue(instanceId, out var instance) && !instance.Ended)
            instance.Inbox.Enqueue(new HubEvent.Raised(eventName, FakeJson.Write(eventPayload) ?? "null"));
        return Task.CompletedTask;
    }

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var instance = _instances[instanceId];
        instance.Status = OrchestrationRuntimeStatus.Terminated;
        instance.Output = FakeJson.Write(options?.Output);
        foreach (var child in _instances.Values.Where(i => i.Parent?.Id == instanceId && !i.Ended).ToList())
            if (options?.Recursive == true) _ = TerminateInstanceAsync(child.Id, options, cancellation);
        return Task.CompletedTask;
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        _instances[instanceId].Status = OrchestrationRuntimeStatus.Suspended;
        return Task.CompletedTask;
    }

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        _instances[instanceId].Status = OrchestrationRuntimeStatus.Running;
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(_instances.TryGetValue(instanceId, out var instance) ? Metadata(instance) : null);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => new Listing([.. _instances.Values
        .Where(i => filter?.CreatedFrom is not { } from || i.CreatedAt >= from)
        .Where(i => filter?.CreatedTo is not { } to || i.CreatedAt <= to)
        .Where(i => filter?.Statuses is not { } statuses || statuses.Contains(i.Status))
        .Where(i => filter?.InstanceIdPrefix is not { } prefix || i.Id.StartsWith(prefix, StringComparison.Ordinal))
        .OrderBy(i => i.Id, StringComparer.Ordinal)
        .Select(Metadata)]);

    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        Task.FromResult(new PurgeResult(_instances.Remove(instanceId) ? 1 : 0));

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // As the Azure Storage provider does: no failure details, the failure's text as output.
    private static OrchestrationMetadata Metadata(HubInstance instance) => new(instance.Name, instance.Id)
    {
        RuntimeStatus = instance.Status,
        CreatedAt = instance.CreatedAt,
        LastUpdatedAt = instance.UpdatedAt,
        SerializedInput = instance.Input,
        SerializedOutput = instance.FailureMessage is { } failure ? $"MediaFlows.Functions.Durable.FlowFailureException: {failure}" : instance.Output,
        SerializedCustomStatus = instance.CustomStatus,
    };

    private sealed class Listing(IReadOnlyList<OrchestrationMetadata> all) : AsyncPageable<OrchestrationMetadata>
    {
        public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = default, int? pageSizeHint = default)
        {
            await Task.CompletedTask;
            yield return new Page<OrchestrationMetadata>(all);
        }
    }
}
