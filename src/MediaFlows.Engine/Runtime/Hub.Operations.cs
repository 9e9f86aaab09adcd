using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Webhooks;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    /// <summary>Counts a start that is on its way to the loop; refuses it when too many are.</summary>
    public void BeginStart()
    {
        if (Interlocked.Increment(ref _pendingStarts) > _options.MaxPendingStarts)
        {
            EndStart();
            throw JournalErrors.Overloaded($"{_options.MaxPendingStarts} starts wait for their record");
        }

        if (_health.BacklogBytes <= _options.MaxBacklogBytes) return;
        EndStart();
        throw JournalErrors.Overloaded("storage does not keep up");
    }

    public void EndStart() => Interlocked.Decrement(ref _pendingStarts);

    /// <summary>Accepts a new instance.</summary>
    public string Start(InstanceHeader header, byte[] input)
    {
        EnsureRunning();
        if (_state.Instances.Find(header.Id) is not null || _state.Finished.Contains(header.Id)) throw EngineRefusals.Exists(header.Id);
        var instance = Create(header with { CreatedTicks = NowTicks }, input);
        Notify(instance, NotifyEvents.Started, instance.Header.CreatedTicks);
        return instance.Id;
    }

    public bool RaiseEvent(string id, string name, byte[] payload, string? reason)
    {
        EnsureRunning();
        Raise(Living(id, "sent an event", "It has ended; start a new one."), name, payload, reason);
        return true;
    }

    public bool Suspend(string id, string? reason)
    {
        EnsureRunning();
        var instance = Living(id, "suspended", "Only a running instance can be suspended.");
        if (!instance.Suspended) Append(instance, new HistoryEvent(HistoryEventKind.Suspended) { Ticks = NowTicks, Text = reason });
        return true;
    }

    /// <summary>Lets a suspended instance go on; false when it is not suspended.</summary>
    public bool Unsuspend(string id, string? reason)
    {
        EnsureRunning();
        if (_state.Instances.Find(id) is not { Suspended: true } instance) return false;
        Append(instance, new HistoryEvent(HistoryEventKind.Resumed) { Ticks = NowTicks, Text = reason });
        Ready(instance);
        return true;
    }

    public bool Terminate(string id, string? reason)
    {
        EnsureRunning();
        Terminate(Living(id, "terminated", "It has ended already."), reason);
        return true;
    }

    private void Terminate(Instance instance, string? reason)
    {
        var error = new FlowError(ErrorCodes.Terminated, string.IsNullOrEmpty(reason) ? "The flow was terminated." : $"The flow was terminated: {reason}");
        var end = new HistoryEvent(HistoryEventKind.Terminated) { Ticks = NowTicks, Text = reason, Detail = _services.Parts.WriteError(error) };
        var children = instance.SubFlows?.ToArray() ?? [];
        Append(instance, end);
        foreach (var task in instance.Tasks ?? []) task.Run?.Cancel();
        if (instance.Blocked is not null) _blocked--;
        instance.Blocked = null;
        Ended(instance, end);
        foreach (var child in children)
            if (_state.Instances.Find(child.ChildId) is { IsEnded: false } running) Terminate(running, reason);
    }

    /// <summary>Makes an instance that ended by its own decision go on from there.</summary>
    public bool Reopen(Instance instance, ResumeDecision decision, bool isRetry)
    {
        Append(instance, new HistoryEvent(HistoryEventKind.Reopened)
        {
            Ticks = NowTicks,
            Text = decision.Reason,
            Count = isRetry ? 1 : 0,
            Payload = Payload.Inline(_services.Parts.Serializer.ToBytes(decision, typeof(ResumeDecision))),
        });
        _liveCount++;
        Resurrect(instance);
        Ready(instance);
        return true;
    }

    /// <summary>Brings an archived instance back into memory.</summary>
    private Instance Revive(long number, ReadOnlyMemory<byte> history)
    {
        _state.Finished.Remove(number);
        var instance = Instance.FromHistory(number, history);
        _state.Instances.Add(instance);
        AddImage(instance);
        return instance;
    }

    private Instance Living(string id, string act, string hint)
    {
        if (_state.Instances.Find(id) is { } instance)
            return instance.IsEnded ? throw EngineRefusals.WrongState(id, instance.Status, act, hint) : instance;
        throw _state.Finished.Find(id) is { } row ? EngineRefusals.WrongState(id, row.Status, act, hint) : EngineRefusals.NotFound(id);
    }

    private void EnsureRunning()
    {
        if (_phase == HubPhase.Stopping) throw JournalErrors.Overloaded("it is stopping");
        if (_phase != HubPhase.Running) throw NotRunning();
    }
}
