using System.Text.Json;
using MediaFlows.Testing.Time;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Tests.Doubles;

/// <summary>
/// A task hub in memory on virtual time: runs orchestrations by replay, activities one after another. It stands in for the platform behind
/// the declarations, so that the adapters are tested without the packages.
/// </summary>
internal sealed partial class FakeTaskHub(VirtualTime time) : DurableTaskClient("fake")
{
    private readonly Dictionary<string, HubInstance> _instances = new(StringComparer.Ordinal);
    private readonly Queue<(HubInstance Instance, int Execution, HubAction.Activity Call)> _activities = new();
    private readonly List<(HubInstance Instance, int Execution, HubAction.Timer Timer)> _timers = [];

    /// <summary>Runs an orchestrator function by its name.</summary>
    public required Func<string, TaskOrchestrationContext, Task<JsonElement>> Orchestrator { get; init; }

    /// <summary>Runs an activity function by its name.</summary>
    public required Func<string, JsonElement, Task<JsonElement>> Activity { get; init; }

    /// <summary>Activity functions called so far, by name.</summary>
    public List<string> Calls { get; } = [];

    private readonly List<string> _stored = [];

    /// <summary>Looks at an instance.</summary>
    public HubInstance Instance(string id) => _instances[id];

    /// <summary>Runs everything that can run now.</summary>
    public async Task DrainAsync()
    {
        while (true)
        {
            if (_instances.Values.FirstOrDefault(i => !i.Ended && i.Status != OrchestrationRuntimeStatus.Suspended && i.Inbox.Count > 0) is { } ready)
            {
                Turn(ready);
            }
            else if (_activities.TryDequeue(out var work))
            {
                var answer = await RunActivityAsync(work.Call);
                if (work.Execution == work.Instance.Execution) work.Instance.Inbox.Enqueue(answer);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Runs until the instance has ended, letting virtual time pass from timer to timer; false when nothing is left that could wake it.</summary>
    public async Task<bool> RunAsync(string id, TimeSpan? atMost = null)
    {
        var end = time.GetUtcNow() + (atMost ?? TimeSpan.FromDays(2));
        while (true)
        {
            await DrainAsync();
            if (_instances[id].Ended) return true;
            var next = _timers.Where(t => Live(t.Instance, t.Execution)).OrderBy(t => t.Timer.Due).FirstOrDefault();
            if (next.Timer is null || next.Timer.Due > end.UtcDateTime) return false;
            var wait = next.Timer.Due - time.GetUtcNow().UtcDateTime;
            if (wait > TimeSpan.Zero) time.Advance(wait);
            FireTimers();
        }
    }

    /// <summary>Runs what can run now, timers that are due included.</summary>
    public async Task SettleAsync()
    {
        FireTimers();
        await DrainAsync();
    }

    /// <summary>All that the hub holds, as text.</summary>
    public string Dump() => string.Join('\n', _instances.Values.Select(i =>
        $"{i.Id} {i.Input} {i.Output} {i.FailureMessage} {i.CustomStatus} {string.Join('\n', i.History)}")) + string.Join('\n', _stored);

    private static bool Live(HubInstance instance, int execution) => !instance.Ended && instance.Execution == execution;

    private void FireTimers()
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var due in _timers.Where(t => t.Timer.Due <= now).OrderBy(t => t.Timer.Due).ToList())
        {
            _timers.Remove(due);
            if (Live(due.Instance, due.Execution)) due.Instance.Inbox.Enqueue(new HubEvent.TimerFired(due.Timer.TaskId));
        }
    }

    private async Task<HubEvent> RunActivityAsync(HubAction.Activity call)
    {
        Calls.Add(call.Name);
        _stored.Add(call.Input);
        try
        {
            return new HubEvent.Completed(call.TaskId, FakeJson.Write(await Activity(call.Name, FakeJson.Read<JsonElement>(call.Input))));
        }
        catch (Exception e)
        {
            // The host keeps the first line only and puts things around it.
            return new HubEvent.Failed(call.TaskId, $"One or more errors occurred. ({e.Message.Split('\n')[0]})");
        }
    }

    private void Turn(HubInstance instance)
    {
        instance.Status = OrchestrationRuntimeStatus.Running;
        var played = instance.History.Count;
        instance.History.Add(new HubEvent.TurnStarted(time.GetUtcNow().UtcDateTime));
        while (instance.Inbox.TryDequeue(out var item)) instance.History.Add(item);

        var context = new FakeOrchestration(instance);
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            context.Deliver(instance.History[0], played > 0);
            var run = Orchestrator(instance.Name, context);
            for (var i = 1; i < instance.History.Count; i++) context.Deliver(instance.History[i], i < played);
            Commit(instance, context, run);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private void Commit(HubInstance instance, FakeOrchestration context, Task<JsonElement> run)
    {
        instance.UpdatedAt = time.GetUtcNow();
        instance.CustomStatus = context.Status;
        instance.Scheduled += context.Actions.Count;
        if (!run.IsCompleted || context.Continued) foreach (var action in context.Actions) Perform(instance, action);
        if (!run.IsCompleted) return;
        if (context.Continued) Continue(instance, context);
        else End(instance, run);
    }

    private void Perform(HubInstance instance, HubAction action)
    {
        switch (action)
        {
            case HubAction.Activity call:
                _activities.Enqueue((instance, instance.Execution, call));
                break;
            case HubAction.Timer timer:
                _timers.Add((instance, instance.Execution, timer));
                break;
            case HubAction.Child child:
                if (_instances.TryGetValue(child.InstanceId, out var other) && !other.Ended)
                    throw new InvalidOperationException($"{child.InstanceId} is still running.");
                Create(child.InstanceId, child.Name, child.Input, (instance.Id, child.TaskId));
                break;
            case HubAction.Send send:
                if (_instances.TryGetValue(send.InstanceId, out var target) && !target.Ended) target.Inbox.Enqueue(new HubEvent.Raised(send.Name, send.Payload));
                break;
        }
    }

    private static void Continue(HubInstance instance, FakeOrchestration context)
    {
        instance.Input = context.NextInput;
        instance.History.Clear();
        instance.Scheduled = 0;
        instance.Execution++;
        foreach (var (name, payload) in context.Unconsumed) instance.Inbox.Enqueue(new HubEvent.Raised(name, payload));
        instance.Inbox.Enqueue(new HubEvent.Raised("(start)", "null"));
    }

    private void End(HubInstance instance, Task<JsonElement> run)
    {
        var failed = run.Exception?.InnerException?.Message;
        instance.Status = failed is null ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Failed;
        instance.Output = failed is null ? FakeJson.Write(run.Result) : null;
        instance.FailureMessage = failed;
        if (instance.Parent is not { } parent || !_instances.TryGetValue(parent.Id, out var caller) || caller.Ended) return;
        caller.Inbox.Enqueue(failed is null ? new HubEvent.Completed(parent.TaskId, instance.Output) : new HubEvent.Failed(parent.TaskId, failed));
    }

    private HubInstance Create(string id, string name, string? input, (string, int)? parent)
    {
        var execution = _instances.TryGetValue(id, out var old) ? old.Execution + 1 : 0;
        var instance = new HubInstance(id, name, input, time.GetUtcNow()) { Parent = parent, Execution = execution };
        instance.Inbox.Enqueue(new HubEvent.Raised("(start)", "null"));
        return _instances[id] = instance;
    }
}
