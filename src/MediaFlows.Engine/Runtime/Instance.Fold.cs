using MediaFlows.Core.Client;
using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Instance
{
    private int _endOffset = None;
    private int _progressOffset = None;
    private int _firstInputOffset = None;

    /// <summary>The first event: input and header.</summary>
    public HistoryEvent Start => EventAt(0);

    /// <summary>The input that it was started with, before it continued as new.</summary>
    public Payload Input => EventAt(Math.Max(0, _firstInputOffset)).Payload;

    /// <summary>The event that ended it.</summary>
    public HistoryEvent? End => _endOffset == None ? null : EventAt(_endOffset);

    /// <summary>The custom status as JSON; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Progress => _progressOffset == None ? default : EventAt(_progressOffset).Payload.Bytes;

    public PendingTask? FindTask(int id) => Tasks?.Find(t => t.Id == id);

    private void Fold(in HistoryEvent e, int offset)
    {
        if (e.Payload.Blob is not null) HasPayloads = true;
        if (e.Kind.IsInput()) (Inbox ??= new List<HistoryEvent>(1)).Add(e);
        switch (e.Kind)
        {
            case HistoryEventKind.ExecutionStarted:
                Header = InstanceHeader.Read(e.Detail);
                Resumes = Header.Resumes;
                FloorTicks = e.Ticks;
                UpdatedTicks = Math.Max(Header.CreatedTicks, e.Ticks);
                break;
            case HistoryEventKind.TaskCompleted or HistoryEventKind.TaskFailed:
                RemoveTask(e.Id);
                break;
            case HistoryEventKind.TimerFired or HistoryEventKind.TimerCancelled:
                RemoveTimer(e.Id, fired: e.Kind == HistoryEventKind.TimerFired);
                break;
            case HistoryEventKind.SubFlowCompleted or HistoryEventKind.SubFlowFailed:
                RemoveSubFlow(e.Id);
                break;
            case HistoryEventKind.EventRaised:
                UpdatedTicks = Math.Max(UpdatedTicks, e.Ticks);
                break;
            case HistoryEventKind.Reopened:
                (EndStatus, EndIsResumable, EndedTicks, _endOffset) = (null, false, 0, None);
                Resumes++;
                UpdatedTicks = Math.Max(UpdatedTicks, e.Ticks);
                break;
            case HistoryEventKind.Turn:
                Inbox = null;
                LastTurnTicks = UpdatedTicks = e.Ticks;
                break;
            case HistoryEventKind.Suspended or HistoryEventKind.Resumed:
                Suspended = e.Kind == HistoryEventKind.Suspended;
                UpdatedTicks = Math.Max(UpdatedTicks, e.Ticks);
                break;
            case HistoryEventKind.TaskScheduled:
                (Tasks ??= new List<PendingTask>(1)).Add(new PendingTask(e.Id, offset));
                CalledActivities = true;
                break;
            case HistoryEventKind.TimerCreated:
                (Timers ??= new List<PendingTimer>(1)).Add(new PendingTimer(e.Id, e.Ticks));
                break;
            case HistoryEventKind.SubFlowStarted:
                (SubFlows ??= new List<PendingSubFlow>(1)).Add(new PendingSubFlow(e.Id, e.Text!, e.Name!));
                break;
            case HistoryEventKind.FirstInput:
                _firstInputOffset = offset;
                break;
            case HistoryEventKind.StatusSet:
                _progressOffset = offset;
                break;
            case HistoryEventKind.Terminated or HistoryEventKind.Ended:
                FoldEnd(e, offset);
                break;
        }
    }

    private void FoldEnd(in HistoryEvent e, int offset)
    {
        _endOffset = offset;
        EndStatus = e.Kind == HistoryEventKind.Terminated ? FlowStatus.Terminated : (FlowStatus)e.Count;
        EndIsResumable = e.Kind == HistoryEventKind.Ended && e.Id == 1;
        EndedTicks = Math.Max(e.Ticks, LastTurnTicks);
        UpdatedTicks = EndedTicks;
        Suspended = false;
        if (EndIsResumable) return;
        Timers = null;
        Inbox = null;
    }

    // Nothing waits for a result twice: a second completion of one task finds nothing and changes nothing.
    private void RemoveTask(int id)
    {
        if (Tasks is null) return;
        Tasks.RemoveAll(t => t.Id == id);
    }

    // A clock that jumps back between a timer and its turn must not let the code see a time before the timer's.
    private void RemoveTimer(int id, bool fired)
    {
        var at = Timers?.FindIndex(t => t.Id == id) ?? -1;
        if (at < 0) return;
        if (fired) FloorTicks = Math.Max(FloorTicks, Timers![at].DueTicks);
        Timers!.RemoveAt(at);
    }

    private void RemoveSubFlow(int id) => SubFlows?.RemoveAll(s => s.Id == id);
}
