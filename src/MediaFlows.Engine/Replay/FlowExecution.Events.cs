using MediaFlows.Core.Flows;
using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Replay;

internal sealed partial class FlowExecution
{
    private List<IFlowTask>? _waits;
    private List<HistoryEvent>? _early;

    /// <summary>Events that came and were not waited for; they go along when the instance continues as new.</summary>
    public IEnumerable<HistoryEvent> Unprocessed => _early ?? [];

    /// <summary>The cancellation that was asked for; it outlives continue-as-new, whatever the code has made of it so far.</summary>
    public HistoryEvent? Cancellation { get; private set; }

    protected override Task<T> WaitForExternalEventCore<T>(string name, CancellationToken cancellationToken)
    {
        var task = new FlowTask<T>(0, name, Serializer);
        var early = _early?.FindIndex(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase)) ?? -1;
        if (early >= 0)
        {
            var kept = _early![early];
            _early.RemoveAt(early);
            task.Complete(kept.Payload);
            return task.Task;
        }

        (_waits ??= new List<IFlowTask>(2)).Add(task);
        if (cancellationToken.CanBeCanceled)
            cancellationToken.UnsafeRegister(static state => { var (me, wait) = ((FlowExecution, FlowTask<T>))state!; me.WithdrawWait(wait); }, (this, task));
        return task.Task;
    }

    // Names are compared as Durable Functions does: without regard to case. Of several waits the oldest gets the event.
    private void DeliverEvent(string name, in Payload payload)
    {
        if (name == FlowEvents.Cancel) Cancellation ??= new HistoryEvent(HistoryEventKind.EventRaised) { Name = name, Payload = payload, Ticks = _ticks };
        var at = _waits?.FindIndex(w => string.Equals(w.Name, name, StringComparison.OrdinalIgnoreCase)) ?? -1;
        if (at < 0)
        {
            (_early ??= []).Add(new HistoryEvent(HistoryEventKind.EventRaised) { Name = name, Payload = payload, Ticks = _ticks });
            return;
        }

        var wait = _waits![at];
        _waits.RemoveAt(at);
        wait.Complete(payload);
    }

    private void WithdrawWait(IFlowTask wait)
    {
        if (_waits?.Remove(wait) == true) wait.Withdraw();
    }
}
