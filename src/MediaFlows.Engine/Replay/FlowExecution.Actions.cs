using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Replay;

internal sealed partial class FlowExecution
{
    private byte[]? _shownStatus;
    private byte[]? _newStatus;

    public override void SetCustomStatus(FlowProgress? progress) =>
        _newStatus = progress is null ? "null"u8.ToArray() : Serializer.ToBytes(progress, typeof(FlowProgress));

    public override void SendEvent(string instanceId, string name, object? payload) =>
        _log.Record(new HistoryEvent(HistoryEventKind.EventSent) { Name = name, Text = instanceId, Payload = Json(payload, payload?.GetType() ?? typeof(object)) });

    protected override Task<TOutput> CallActivityCore<TOutput>(string name, object? input, int attempt)
    {
        var task = new FlowTask<TOutput>(++_lastId, name, Serializer);
        var type = _parts.Catalog.FindActivity(name)?.InputType;
        var json = Json(input, type is not null && type.IsInstanceOfType(input) ? type : input?.GetType() ?? typeof(object));
        _pending.Add(task);
        _log.Record(new HistoryEvent(HistoryEventKind.TaskScheduled) { Id = task.Id, Name = name, Count = attempt, Payload = json });
        return task.Task;
    }

    protected override Task<TOutput> CallSubFlowCore<TOutput>(string name, object? input, string instanceId, string? version, string? notifyInstanceId)
    {
        var task = new FlowTask<TOutput>(++_lastId, name, Serializer);
        var type = _parts.Catalog.FindFlow(name, version)?.InputType;
        var json = Json(input, type is not null && type.IsInstanceOfType(input) ? type : input?.GetType() ?? typeof(object));
        _pending.Add(task);
        _log.Record(new HistoryEvent(HistoryEventKind.SubFlowStarted)
        {
            Id = task.Id, Name = name, Text = instanceId, Payload = json, Detail = new ChildStart(version, notifyInstanceId).ToBytes(),
        });
        return task.Task;
    }

    protected override Task<TOutput> ResumeSubFlowCore<TOutput>(string name, string instanceId, ResumeDecision decision)
    {
        var task = new FlowTask<TOutput>(++_lastId, name, Serializer);
        _pending.Add(task);
        _log.Record(new HistoryEvent(HistoryEventKind.SubFlowStarted) { Id = task.Id, Name = name, Text = instanceId, Count = 1, Payload = Json(decision, typeof(ResumeDecision)) });
        return task.Task;
    }

    protected override Task CreateTimerCore(DateTime fireAtUtc, CancellationToken cancellationToken)
    {
        var task = new FlowTask<bool>(++_lastId, "timer", Serializer);
        var due = fireAtUtc.Kind == DateTimeKind.Local ? fireAtUtc.ToUniversalTime() : fireAtUtc;
        _pending.Add(task);
        _log.Record(new HistoryEvent(HistoryEventKind.TimerCreated) { Id = task.Id, Ticks = due.Ticks });
        if (cancellationToken.CanBeCanceled)
            cancellationToken.UnsafeRegister(static state => { var (me, timer) = ((FlowExecution, FlowTask<bool>))state!; me.WithdrawTimer(timer); }, (this, task));
        return task.Task;
    }

    private void WithdrawTimer(FlowTask<bool> timer)
    {
        if (Take(timer.Id) is null) return;
        _log.Record(new HistoryEvent(HistoryEventKind.TimerCancelled) { Id = timer.Id });
        timer.Withdraw();
    }

    // Of several statuses in one turn only the last was ever visible, so only that one is recorded, and only when it says something new.
    private void PublishStatus()
    {
        var status = _newStatus;
        _newStatus = null;
        if (status is null || (_shownStatus is { } shown && shown.AsSpan().SequenceEqual(status))) return;
        _shownStatus = status;
        if (!_log.IsReplay) _log.Record(new HistoryEvent(HistoryEventKind.StatusSet) { Payload = Payload.Inline(status) });
    }

    private Payload Json(object? value, Type type) => _log.WantsPayloads ? _log.Store(Serializer.ToBytes(value, type)) : default;
}
