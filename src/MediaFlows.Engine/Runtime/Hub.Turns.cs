using System.Text.Json;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Engine.Activities;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Replay;
using MediaFlows.Engine.Timers;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    private readonly Queue<Instance> _ready = new();
    private readonly Dictionary<long, IReadOnlyDictionary<string, byte[]>> _fetched = [];
    private readonly Dictionary<long, Task> _fetching = [];

    /// <summary>Schedules one activity of a live instance, once its record is durable.</summary>
    public void Dispatch(Instance instance, PendingTask task, in HistoryEvent scheduled)
    {
        task.Run = new ActivityRun(this, instance, task, scheduled.Name!, scheduled.Count, scheduled.Payload);
        AfterUnit(task.Run);
    }

    public void AddTimer(in TimerEntry entry) => _timers.Add(entry);

    public void TimerWithdrawn() => _timers.Withdrawn(IsWanted);

    /// <summary>An activity has ended: its result is recorded together with the turn that consumes it.</summary>
    public void ActivityEnded(ActivityRun run)
    {
        Activities.Ended(run);
        var instance = run.Instance;
        if (run.GivenUp || _phase == HubPhase.Failed) return;
        if (instance.Removed || run.Task.Run != run || instance.Tasks?.Contains(run.Task) != true) return;
        run.Task.Run = null;
        if (instance.IsEnded && !instance.EndIsResumable)
        {
            ArchiveWhenDone(instance);
            return;
        }

        Append(instance, run.Error is null
            ? new HistoryEvent(HistoryEventKind.TaskCompleted) { Id = run.Task.Id, Payload = Store(instance, run.Result) }
            : new HistoryEvent(HistoryEventKind.TaskFailed) { Id = run.Task.Id, Detail = _services.Parts.WriteError(run.Error) });
        if (instance.IsEnded) ArchiveWhenDone(instance);
        else Ready(instance);
    }

    private bool IsWanted(TimerEntry entry) =>
        _state.Instances.TryFind(entry.Number, out var instance) && !instance.IsEnded
        && (entry.Id == 0 ? !instance.HasStarted : instance.Timers?.Contains(new PendingTimer(entry.Id, entry.DueTicks)) == true);

    private void FireTimers()
    {
        if (_phase != HubPhase.Running) return;
        var now = NowTicks;
        while (_timers.TryTake(now, out var entry))
        {
            if (!IsWanted(entry)) continue;
            var instance = _state.Instances.Find(entry.Number)!;
            if (entry.Id != 0) Append(instance, new HistoryEvent(HistoryEventKind.TimerFired) { Id = entry.Id });
            Ready(instance);
            RunReady();
        }
    }

    private void Ready(Instance instance)
    {
        if (instance.Queued || instance.IsEnded) return;
        instance.Queued = true;
        _ready.Enqueue(instance);
    }

    private void RunReady()
    {
        while (_ready.TryDequeue(out var instance))
        {
            instance.Queued = false;
            RunTurn(instance);
            CommitUnit();
        }
    }

    private void RunTurn(Instance instance)
    {
        if (instance.IsEnded || instance.Suspended || instance.Removed || instance.Blocked is not null || instance.Inbox is not { Count: > 0 } inputs) return;
        if (_phase is not (HubPhase.Running or HubPhase.Stopping)) return;
        var ticks = Math.Max(NowTicks, Math.Max(instance.LastTurnTicks, instance.FloorTicks));
        if (!instance.HasStarted && instance.Header.StartAtTicks > ticks) return;
        if (!Load(instance)) return;
        if (_fetched.Remove(instance.Number, out var fetched)) inputs = inputs.ConvertAll(e => HistoryReplay.WithPayload(e, fetched));

        var execution = instance.Execution!;
        Append(instance, new HistoryEvent(HistoryEventKind.Turn) { Ticks = ticks });
        execution.RunTurn(ticks, inputs, _live.For(instance));
        _metrics.Turns.Add(1);
        if (execution.IsStuck) FailStuck(instance, ticks);
        var outgoing = _live.Outgoing.Count == 0 ? [] : _live.Outgoing.ToArray();
        foreach (var action in outgoing) Send(instance, action);
        if (execution.Continued is { } request) ContinueAsNew(instance, execution, request);
        else if (instance.IsEnded) Ended(instance, _live.End);
        else if (WaitsLong(instance, ticks)) instance.Unload();
        else PlanSweep();
    }

    // A wait on a timer alone that outlasts the sweep anyway need not hold the code's state until then.
    private bool WaitsLong(Instance instance, long ticks) =>
        instance.Tasks is not { Count: > 0 } && instance.SubFlows is not { Count: > 0 }
        && instance.Timers is { Count: > 0 } timers && timers.Min(t => t.DueTicks) - ticks > _options.UnloadAfter.Ticks;

    /// <summary>Brings the code's state back where it is not in memory. False when it must wait: for payloads, or for code that fits.</summary>
    private bool Load(Instance instance)
    {
        if (instance.Execution is not null) return true;
        if (instance.Loading) return false;
        if (_services.Parts.Catalog.FindFlow(instance.Header.Flow, instance.Header.Version) is not { } flow)
        {
            Block(instance, EngineRefusals.NoVersion(instance.Header));
            return false;
        }

        if (NeedsPayloads(instance) && !_fetched.ContainsKey(instance.Number))
        {
            instance.Loading = true;
            var fetching = FetchAsync(instance, Recorded());
            _fetching[instance.Number] = fetching;
            Background(fetching);
            return false;
        }

        var execution = new FlowExecution(instance.Header, flow, _services.Parts);
        if (HistoryReplay.Run(execution, instance.History, _fetched.GetValueOrDefault(instance.Number)) is { } mismatch)
        {
            Block(instance, mismatch);
            return false;
        }

        instance.Execution = execution;
        return true;
    }

    // Before its first turn an instance needs only what its inbox holds, and that is mostly still at hand.
    private static bool NeedsPayloads(Instance instance) =>
        instance.HasPayloads && (instance.LastTurnTicks != 0 || instance.Inbox?.Exists(e => e.Payload.IsAway) == true);

    private async Task FetchAsync(Instance instance, Task recorded)
    {
        IReadOnlyDictionary<string, byte[]>? fetched = null;
        FlowException? error = null;
        try
        {
            // A payload is in storage only once its record is.
            await recorded;
            fetched = await _payloads.FetchAllAsync(instance.History);
        }
        catch (FlowException e)
        {
            error = e;
        }

        Post(new HubMessage(hub => hub.Fetched(instance, fetched, error)));
    }

    private void Fetched(Instance instance, IReadOnlyDictionary<string, byte[]>? fetched, FlowException? error)
    {
        instance.Loading = false;
        _fetching.Remove(instance.Number);
        if (instance.Removed) return;
        if (error?.Error.Code == ErrorCodes.JournalDamaged) Block(instance, error.Error);
        else if (error is not null) _agenda.Plan(() => Ready(instance), _options.UnloadAfter);
        else
        {
            _fetched[instance.Number] = fetched!;
            if (instance.Inbox is { Count: > 0 } && !instance.Suspended) Ready(instance);
            else if (!instance.IsEnded) Load(instance);
            if (!instance.Queued) _fetched.Remove(instance.Number);
            PlanSweep();
        }
    }

    private void Block(Instance instance, FlowError error)
    {
        instance.Blocked = error;
        _blocked++;
        Touch(instance);
    }

    private void FailStuck(Instance instance, long ticks) => _live.Record(new HistoryEvent(HistoryEventKind.Ended)
    {
        Count = (int)FlowStatus.Failed,
        Ticks = ticks,
        Detail = _services.Parts.WriteError(EngineRefusals.Stuck(instance.Header)),
    });

    private void ContinueAsNew(Instance instance, FlowExecution execution, ContinueRequest request)
    {
        var header = instance.Header with { Generation = instance.Header.Generation + 1, Resumes = instance.Resumes, StartAtTicks = 0 };
        var next = new Instance(instance.Number);
        _unit.RemoveAll(p => p.Instance == instance);
        next.Append(StartOf(header, Store(next, request.Input), instance.LastTurnTicks));
        next.Append(new HistoryEvent(HistoryEventKind.FirstInput) { Payload = instance.Input });
        var kept = request.KeepEvents ? execution.Unprocessed.Where(e => e.Name != FlowEvents.Cancel) : [];
        foreach (var e in kept.Concat(execution.Cancellation is { } cancellation ? [cancellation] : []))
            next.Append(e with { Payload = e.Payload.Blob is null ? e.Payload : Store(next, e.Payload.Bytes) });

        _ = next.TakeDirty();
        foreach (var task in instance.Tasks ?? []) task.Run?.Cancel();
        _state.Instances.Remove(instance);
        _state.Instances.Add(next);
        AddImage(next);
        Touch(next);
        Ready(next);
    }

    private static HistoryEvent StartOf(InstanceHeader header, Payload input, long ticks = 0) =>
        new(HistoryEventKind.ExecutionStarted) { Detail = header.ToBytes(), Payload = input, Ticks = ticks };

    /// <summary>What follows from an end; <paramref name="end"/> is the event with its payload at hand.</summary>
    private void Ended(Instance instance, in HistoryEvent end)
    {
        _liveCount--;
        instance.Execution = null;
        foreach (var task in instance.Tasks ?? [])
            if (task.Run is { } run && !Activities.IsRunning(run)) task.Run = null;
        EngineTracing.Ended(instance.Header, instance.EndStatus == FlowStatus.Completed ? null : instance.EndStatus.ToString());
        _metrics.Ended.Add(1, new KeyValuePair<string, object?>("status", instance.EndStatus.ToString()));
        if (instance.Header.ParentId is { } parentId && _state.Instances.Find(parentId) is { } parent) Report(parent, instance, end);
        Notify(instance, JsonNamingPolicy.CamelCase.ConvertName(instance.EndStatus.ToString()!), instance.EndedTicks);
        ArchiveWhenDone(instance);
    }
}
