using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Engine.Binary;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Store;
using MediaFlows.Engine.Timers;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    private const int StartTries = 5;

    /// <summary>Takes the hub, reads its journal and lets every live flow go on.</summary>
    /// <exception cref="FlowException"><c>MF4002</c> owned, <c>MF4004</c> damaged, <c>MF4005</c> too new, <c>MF4001</c> storage.</exception>
    public async Task StartAsync()
    {
        SetPhase(HubPhase.Starting);

        // A timer, because a call that is not answered at all does not come back to be counted.
        using var notice = _time.CreateTimer(static hub => ((Hub)hub!).SayWhatTheStartWaitsFor(), this, StoragePatience.NoticeAfter, Timeout.InfiniteTimeSpan);
        try
        {
            var id = _services.Ids.NewId();
            var owner = (long)(ulong)TextHash.Of(id);
            var before = await _ownership.AcquireAsync(id);
            for (var attempt = 1; ; attempt++)
            {
                var recovered = await new HubRecovery(_services.Blobs, _names, _patience, _appender).RunAsync(owner, before);
                try
                {
                    await OpenAsync(recovered, owner);
                    return;
                }
                catch (FlowException e) when (e.Error.Code == ErrorCodes.HubLost && attempt < StartTries)
                {
                    // The owner before was in the middle of opening the very segment. It is read again and fenced there.
                }
            }
        }
        catch (Exception e)
        {
            _failure ??= e as FlowException ?? new FlowException(Replay.EngineErrors.From(e), e);
            SetPhase(HubPhase.Failed);
            throw _failure;
        }
    }

    private async Task OpenAsync(Recovered recovered, long owner)
    {
        (_state, _epoch, _nextNumber) = (recovered.State, recovered.Epoch, 0);
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _journal = new JournalWriter(_services.Blobs, _names, _appender, _patience, _buffers, _time, (batch, error) =>
        {
            if (error is null || opened.Task.IsCompleted) OnAppended(batch, error);
            else opened.TrySetException(error);
        });
        _journal.Start(_epoch, owner, recovered.Next);
        Post(new HubMessage(hub =>
        {
            hub.WriteCheckpoint(recovered.Base);
            hub.WhenDurable(new OnceDurable(() => opened.TrySetResult()));
        }));
        await opened.Task;
        await _archive.TakeOverAsync(_state.Finished, owner, _epoch);
        LogOpened(_services.Log, _options.HubName, _epoch, _state.Instances.Count, _state.Finished.Count);
        await AskAsync(static hub => hub.GoOn());
    }

    /// <summary>Everything that waits to be done by the recorded state is done again: activities, timers, turns, purges.</summary>
    private bool GoOn()
    {
        SetPhase(HubPhase.Running);
        foreach (var instance in _state.Instances.All.OrderBy(i => i.Number).ToList())
        {
            if (instance.IsEnded)
            {
                ArchiveWhenDone(instance);
                continue;
            }

            _liveCount++;
            Resurrect(instance);
            foreach (var sub in instance.SubFlows ?? [])
                if (LivingChild(sub.ChildId) is null && CallOf(instance, sub).Count == 0) Background(CatchUpLaterAsync(instance, sub, new ResumeDecision()));
        }

        _checkpointBytes = _journal.Position;
        DeleteOldSegments();
        foreach (var job in _state.Purging.Values.ToList()) StartCleanUp(job);
        Background(SweepOrphansAsync());
        _agenda.Plan(_beat ??= Beat, _options.OwnerBeat);
        _agenda.Plan(_retention ??= PurgeExpired, _options.RetentionCheck);
        return true;
    }

    /// <summary>Arms and dispatches what a live instance waits for.</summary>
    private void Resurrect(Instance instance)
    {
        foreach (var timer in instance.Timers ?? []) AddTimer(new TimerEntry(instance.Number, timer.Id, timer.DueTicks));
        if (!instance.HasStarted && instance.Header.StartAtTicks > NowTicks) AddTimer(new TimerEntry(instance.Number, 0, instance.Header.StartAtTicks));
        foreach (var task in instance.Tasks ?? [])
            if (task.Run is null) Dispatch(instance, task, instance.EventAt(task.Offset));
        foreach (var sub in instance.SubFlows ?? [])
        {
            // A child that is to go on is looked for after the call is recorded, so it may still be missing.
            var call = CallOf(instance, sub);
            if (call.Count == 1 && LivingChild(sub.ChildId) is null) Background(ResumeChildAsync(instance, call));
        }

        if (instance.Inbox is { Count: > 0 }) Ready(instance);
    }

    private void WriteCheckpoint(long basedOn)
    {
        Span<byte> number = stackalloc byte[10];
        _journal.Add(RecordKind.SegmentHeader, continues: false, default, number[..Varint.Write(number, (ulong)basedOn)]);
        foreach (var segment in _state.Finished.Segments.Keys)
            _journal.Add(RecordKind.ArchiveOpened, continues: false, default, number[..Varint.Write(number, (ulong)segment)]);
        foreach (var row in _state.Finished.All)
        {
            var buffer = default(ByteBuffer);
            row.Write(ref buffer);
            _journal.Add(RecordKind.Finished, continues: false, default, buffer.Span);
        }

        foreach (var job in _state.Purging.Values) _journal.Add(RecordKind.Purging, continues: false, default, job.ToBytes());
        foreach (var instance in _state.Instances.All) WritePart(new UnitPart(RecordKind.Image, null, instance.Number, instance.History), more: false);
        _journal.Add(RecordKind.CheckpointComplete, continues: false, default, default);
    }

    [LoggerMessage(LogLevel.Information, "Hub {Hub} opened as owner {Epoch}: {Live} instances in memory, {Finished} in the archive")]
    private static partial void LogOpened(ILogger logger, string hub, long epoch, int live, int finished);
}
