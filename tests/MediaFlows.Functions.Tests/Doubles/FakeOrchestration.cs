using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaFlows.Functions.Tests.Doubles;

/// <summary>
/// The platform's context as the fake hub plays it: the whole history on every turn, in order, on one thread. It keeps the platform's
/// manners, the bad ones included: an event goes to the latest wait of its name even when that wait was cancelled.
/// </summary>
internal sealed class FakeOrchestration(HubInstance instance) : TaskOrchestrationContext
{
    private readonly Dictionary<int, TaskCompletionSource<string?>> _tasks = [];
    private readonly Dictionary<string, Stack<TaskCompletionSource<string?>>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string Payload)> _kept = [];
    private DateTime _now;
    private bool _replaying;
    private int _next;

    public List<HubAction> Actions { get; } = [];

    public string? NextInput { get; private set; }

    public bool Continued { get; private set; }

    public string? Status { get; private set; }

    public IEnumerable<(string Name, string Payload)> Unconsumed => _kept;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent => instance.Parent is { } p ? new ParentOrchestrationInstance("", p.Id) : null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _replaying;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    /// <summary>Gives one event to the code, which runs as far as it can.</summary>
    public void Deliver(HubEvent item, bool replaying)
    {
        _replaying = replaying;
        switch (item)
        {
            case HubEvent.TurnStarted started:
                _now = started.At;
                break;
            case HubEvent.Completed done:
                _tasks[done.TaskId].TrySetResult(done.Result);
                break;
            case HubEvent.Failed failed:
                _tasks[failed.TaskId].TrySetException(new TaskFailedException("task", failed.TaskId, new TaskFailureDetails("FlowFailureException", failed.Message, null, null, null)));
                break;
            case HubEvent.TimerFired fired:
                _tasks[fired.TaskId].TrySetResult(null);
                break;
            case HubEvent.Raised raised:
                if (_waits.TryGetValue(raised.Name, out var waits) && waits.TryPop(out var wait)) wait.TrySetResult(raised.Payload);
                else _kept.Add((raised.Name, raised.Payload));
                break;
        }
    }

    public override T GetInput<T>() => FakeJson.Read<T>(instance.Input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        FakeJson.Read<TResult>(await Schedule(id => new HubAction.Activity(id, name.Name, FakeJson.Write(input)!)));

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        FakeJson.Read<TResult>(await Schedule(id => new HubAction.Child(
            id, orchestratorName.Name, FakeJson.Write(input)!, (options as SubOrchestrationOptions)?.InstanceId ?? $"{InstanceId}:{id}")));

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var id = _next;
        var task = Schedule(i => new HubAction.Timer(i, fireAt));
        await using var registration = cancellationToken.Register(() => _tasks[id].TrySetCanceled(cancellationToken));
        await task;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        var wait = new TaskCompletionSource<string?>();
        var kept = _kept.FindIndex(k => string.Equals(k.Name, eventName, StringComparison.OrdinalIgnoreCase));
        if (kept >= 0)
        {
            wait.SetResult(_kept[kept].Payload);
            _kept.RemoveAt(kept);
        }
        else
        {
            if (!_waits.TryGetValue(eventName, out var stack)) _waits[eventName] = stack = new();
            stack.Push(wait);
        }

        cancellationToken.Register(() => wait.TrySetCanceled(cancellationToken));
        return FakeJson.Read<T>(await wait.Task);
    }

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        Once(id => new HubAction.Send(id, instanceId, eventName, FakeJson.Write(payload)!));

    public override void SetCustomStatus(object? customStatus) => Status = FakeJson.Write(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Continued = true;
        NextInput = FakeJson.Write(newInput);
        if (!preserveUnprocessedEvents) _kept.Clear();
    }

    public override Guid NewGuid() => throw new NotSupportedException("The adapter derives its ids.");

    private Task<string?> Schedule(Func<int, HubAction> action)
    {
        var task = new TaskCompletionSource<string?>();
        _tasks[_next] = task;
        Once(action);
        return task.Task;
    }

    private void Once(Func<int, HubAction> action)
    {
        var id = _next++;
        if (id >= instance.Scheduled) Actions.Add(action(id));
    }
}
