using MediaFlows.Core.Errors;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Replay;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    // An append starts at the latest after this many messages, so that storage works while a long queue is handled;
    // timers are looked at as often, because their alarm would wait behind that queue.
    private const int MessagesPerFlush = 128;

    private static readonly HubMessage TickMessage = new(static hub => hub.Tick());
    private volatile bool _quiet = true;
    private volatile bool _waitsForActivities;
    private long _alarmAt = long.MaxValue;

    private void Handle(List<IHubMessage> messages)
    {
        _quiet = false;
        for (var i = 0; i < messages.Count; i++)
        {
            if (_failure is not null)
            {
                messages[i].Refuse(_failure);
                continue;
            }

            try
            {
                messages[i].Handle(this);
                RunReady();
                CommitUnit();
                if (i % MessagesPerFlush != MessagesPerFlush - 1) continue;
                FireTimers();
                _journal?.Flush();
            }
            catch (Exception e)
            {
                Fail(e as FlowException ?? new FlowException(EngineErrors.From(e), e));
                messages[i].Refuse(_failure!);
            }
        }

        if (_failure is null)
        {
            _journal?.Flush();
            SetAlarm();
        }

        PublishHealth();
        var still = _failure is not null || (_journal?.HasWork != true && _background == 0);
        _quiet = still && (_failure is not null || Activities.Running == 0);
        _waitsForActivities = still && !_quiet;
    }

    private void Tick()
    {
        _alarmAt = long.MaxValue;
        FireTimers();
        _agenda.Run();
    }

    /// <summary>Wakes the loop for the next timer or chore, and in between to look at the wall clock.</summary>
    private void SetAlarm()
    {
        var wait = _agenda.Next;
        if (_phase == HubPhase.Running && _timers.NextDue is { } due)
        {
            var left = TimeSpan.FromTicks(Math.Max(0, due - NowTicks));
            if (left > _options.ClockCheck) left = _options.ClockCheck;
            if (wait is null || left < wait) wait = left;
        }

        if (wait is not { } time) return;
        var at = _time.GetTimestamp() + (long)(time.TotalSeconds * _time.TimestampFrequency);
        if (at >= _alarmAt) return;
        _alarmAt = at;

        // Rounded up: an alarm before its time would find nothing due.
        _alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    private void OnAppended(JournalBatch batch, Exception? error) => Post(new HubMessage(hub => hub.AfterAppend(batch, error)));

    private void AfterAppend(JournalBatch batch, Exception? error)
    {
        if (error is not null)
        {
            Fail(error as FlowException ?? new FlowException(EngineErrors.From(error), error));
            return;
        }

        _metrics.Appends.Add(1);
        _metrics.BatchBytes.Record(batch.Length);
        _metrics.AppendTime.Record(_time.GetElapsedTime(batch.SealedAt).TotalSeconds);
        _journal.Completed(batch);
        RollIfFull();
    }

    /// <summary>The hub writes nothing more; everyone who waits learns why.</summary>
    private void Fail(FlowException error)
    {
        if (_failure is not null) return;
        _failure = error;
        LogFailed(_services.Log, error.InnerException, _options.HubName, error.Error.Code, error.Message);
        Activities.Stop();
        Activities.CancelAll();
        _journal?.Stop(error);
        foreach (var effect in _effects) effect.OnLost(error);
        _effects.Clear();
        SetPhase(HubPhase.Failed);
        _alarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var left in _mailbox.Close()) left.Refuse(error);
        SignalAllWatchers();
        _failed.TrySetResult(error.Error);
    }

    [LoggerMessage(LogLevel.Critical, "Hub {Hub} stopped: {Code} {Message}")]
    private static partial void LogFailed(ILogger logger, Exception? cause, string hub, string code, string message);
}
