using MediaFlows.Engine.Activities;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Replay;
using MediaFlows.Engine.Timers;

namespace MediaFlows.Engine.Runtime;

/// <summary>Takes the actions of a live turn into the history; what they cause in the world waits for the record.</summary>
internal sealed class LiveTurnLog(Hub hub) : ITurnLog
{
    private Instance _instance = null!;

    public bool IsReplay => false;

    public bool WantsPayloads => true;

    /// <summary>Actions of the turn that concern other instances, in order.</summary>
    public List<HistoryEvent> Outgoing { get; } = [];

    /// <summary>The turn's end of the instance, with its payload at hand.</summary>
    public HistoryEvent End { get; private set; }

    public LiveTurnLog For(Instance instance)
    {
        _instance = instance;
        Outgoing.Clear();
        return this;
    }

    public Payload Store(byte[] json) => hub.Store(_instance, json);

    public void Record(in HistoryEvent action)
    {
        hub.Append(_instance, action);
        switch (action.Kind)
        {
            case HistoryEventKind.TaskScheduled:
                hub.Dispatch(_instance, _instance.Tasks![^1], action);
                break;
            case HistoryEventKind.TimerCreated:
                hub.AddTimer(new TimerEntry(_instance.Number, action.Id, action.Ticks));
                break;
            case HistoryEventKind.TimerCancelled:
                hub.TimerWithdrawn();
                break;
            case HistoryEventKind.Ended:
                End = action;
                break;
            case HistoryEventKind.SubFlowStarted or HistoryEventKind.EventSent:
                Outgoing.Add(action);
                break;
        }
    }
}
