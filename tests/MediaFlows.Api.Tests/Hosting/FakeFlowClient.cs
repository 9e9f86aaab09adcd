using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Api.Tests.Hosting;

/// <summary>Instances that stand in whatever state a test puts them, so that every answer of the API can be asked for. The real engine is tested behind the host.</summary>
public sealed class FakeFlowClient(FlowSerializer serializer, TimeProvider time) : IFlowClient
{
    private readonly ConcurrentDictionary<string, FlowInstance> _instances = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, List<FlowHistoryEvent>> _histories = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _created;

    public ConcurrentQueue<string> Calls { get; } = [];

    public ConcurrentQueue<FlowStart> Starts { get; } = [];

    public ConcurrentQueue<(string Id, string Name, JsonElement Payload)> Events { get; } = [];

    /// <summary>Runs inside every start before the instance exists; may throw.</summary>
    public Func<FlowStart, Task>? OnStart { get; set; }

    public async Task<string> StartAsync(FlowStart start, CancellationToken cancellationToken)
    {
        if (OnStart is { } hook) await hook(start);
        var id = start.InstanceId ?? $"made-{Interlocked.Increment(ref _created)}";
        Put(new FlowInstance
        {
            Id = id,
            Flow = start.Flow,
            Version = start.Version ?? "1",
            Status = FlowStatus.Running,
            CreatedAt = time.GetUtcNow(),
            UpdatedAt = time.GetUtcNow(),
            Input = JsonSerializer.SerializeToNode(start.Input, start.Input.GetType(), serializer.Options),
            Batch = start.Batch,
            Tags = start.Tags,
            NotifyInstanceId = start.NotifyInstanceId,
            WaitingFor = "activity sample.submit",
        }, mustBeNew: true);
        Starts.Enqueue(start);
        return id;
    }

    public void Put(FlowInstance instance, bool mustBeNew = false)
    {
        if (mustBeNew && !_instances.TryAdd(instance.Id, instance)) throw new FlowException(ErrorCodes.InstanceExists, $"The id '{instance.Id}' is taken.", "Leave it out.");
        _instances[instance.Id] = instance;
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public void Change(string id, Func<FlowInstance, FlowInstance> change) => Put(change(_instances[id]));

    public void AddHistory(string id, params FlowHistoryEvent[] events) => _histories.GetOrAdd(id, _ => []).AddRange(events);

    public Task<FlowInstance?> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_instances.GetValueOrDefault(id));

    public Task<FlowPage> ListAsync(FlowQuery query, CancellationToken cancellationToken)
    {
        var from = int.TryParse(query.Continuation, out var n) ? n : 0;
        var fit = _instances.Values
            .Where(i => query.Statuses.Count == 0 || query.Statuses.Contains(i.Status))
            .Where(i => query.Flow is null || i.Flow == query.Flow)
            .Where(i => query.Batch is null || i.Batch == query.Batch)
            .Where(i => query.ParentId is null || i.ParentId == query.ParentId)
            .Where(i => query.IncludeChildren || i.ParentId is null)
            .Where(i => query.IdPrefix is null || i.Id.StartsWith(query.IdPrefix, StringComparison.Ordinal))
            .Where(i => query.CreatedFrom is null || i.CreatedAt >= query.CreatedFrom)
            .Where(i => query.CreatedTo is null || i.CreatedAt <= query.CreatedTo)
            .OrderByDescending(i => i.CreatedAt).ThenBy(i => i.Id, StringComparer.Ordinal).Skip(from).ToList();
        return Task.FromResult(new FlowPage([.. fit.Take(query.Top)], fit.Count > query.Top ? (from + query.Top).ToString() : null));
    }

    public async IAsyncEnumerable<FlowHistoryEvent> HistoryAsync(string id, long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var e in _histories.GetValueOrDefault(id) ?? [])
            if (e.Sequence >= from) yield return e;
    }

    public async IAsyncEnumerable<FlowInstance> WatchAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FlowInstance? last = null;
        while (true)
        {
            var changed = _changed.Task;
            var now = _instances[id];
            if (now != last) yield return last = now;
            if (now.Status.IsEnded()) yield break;
            await changed.WaitAsync(cancellationToken);
        }
    }

    public Task RaiseEventAsync(string id, string name, JsonElement payload, CancellationToken cancellationToken)
    {
        Events.Enqueue((id, name, payload));
        return Task.CompletedTask;
    }

    public Task CancelAsync(string id, string? reason, CancellationToken cancellationToken) => Do("cancel", id, reason, FlowStatus.Cancelled);

    public Task TerminateAsync(string id, string? reason, CancellationToken cancellationToken) => Do("terminate", id, reason, FlowStatus.Terminated);

    public Task SuspendAsync(string id, string? reason, CancellationToken cancellationToken) => Do("suspend", id, reason, FlowStatus.Suspended);

    public Task ResumeAsync(string id, ResumeDecision decision, CancellationToken cancellationToken) =>
        Do("resume", id, $"{decision.Reason}|{decision.JobId}|{decision.Resubmit}", FlowStatus.Running, FlowStatus.Suspended, FlowStatus.TimedOut, FlowStatus.NeedsAttention);

    public Task RetryAsync(string id, ResumeDecision decision, CancellationToken cancellationToken) =>
        Do("retry", id, $"{decision.Reason}|{decision.JobId}|{decision.Resubmit}", FlowStatus.Running, FlowStatus.Failed, FlowStatus.TimedOut, FlowStatus.NeedsAttention);

    public Task<string> RestartAsync(string id, bool sameId, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"restart {id} {sameId}");
        return Task.FromResult(sameId ? id : id + "-again");
    }

    public Task<bool> PurgeAsync(string id, CancellationToken cancellationToken)
    {
        if (_instances.TryGetValue(id, out var i) && !i.Status.IsEnded()) throw new FlowException(ErrorCodes.InvalidState, "It has not ended.", "Terminate it first.");
        return Task.FromResult(_instances.TryRemove(id, out _));
    }

    public Task<int> PurgeAsync(PurgeFilter filter, CancellationToken cancellationToken)
    {
        var fit = _instances.Values.Where(i => i.Status.IsEnded()
            && (filter.Statuses.Count == 0 || filter.Statuses.Contains(i.Status))
            && (filter.CreatedFrom is null || i.CreatedAt >= filter.CreatedFrom)
            && (filter.CreatedTo is null || i.CreatedAt <= filter.CreatedTo)).ToList();
        foreach (var i in fit) _instances.TryRemove(i.Id, out _);
        return Task.FromResult(fit.Count);
    }

    private Task Do(string verb, string id, string? reason, FlowStatus to, params FlowStatus[] only)
    {
        if (!_instances.TryGetValue(id, out var instance)) throw new FlowException(ErrorCodes.InstanceNotFound, $"There is no instance '{id}'.", "Look at the list.");
        if (only.Length == 0 ? instance.Status.IsEnded() : !only.Contains(instance.Status))
            throw new FlowException(ErrorCodes.InvalidState, $"The instance is {instance.Status}.", "Choose a verb that fits.");
        Calls.Enqueue($"{verb} {id} {reason}");
        Change(id, i => i with { Status = to, UpdatedAt = time.GetUtcNow(), EndedAt = to.IsEnded() ? time.GetUtcNow() : null });
        return Task.CompletedTask;
    }
}
