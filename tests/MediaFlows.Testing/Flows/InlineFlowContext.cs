using System.Text.Json;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Serialization;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaFlows.Testing.Flows;

/// <summary>Runs a flow's calls at once: activities inline, timers by moving the virtual clock. Everything still goes through JSON, as on a real host.</summary>
internal sealed class InlineFlowContext(InlineFlowRunner runner, FlowCatalog catalog, FlowSerializer serializer, VirtualTime time, string id, IFlow flow, string? parent) : FlowContext
{
    private int _tasks;
    private int _guids;

    public object? NextInput { get; private set; }

    public bool ContinuesAsNew { get; private set; }

    public override string InstanceId => id;

    public override string FlowName => flow.Info.Name;

    public override string Version => flow.Info.Version;

    public override string? ParentInstanceId => parent;

    public override DateTime CurrentUtcDateTime => time.GetUtcNow().UtcDateTime;

    public override bool IsReplaying => false;

    public override FlowSerializer Serializer => serializer;

    public override Guid NewGuid() => new(_guids++, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    public override ILogger CreateReplaySafeLogger(string category) => NullLogger.Instance;

    public override void SetCustomStatus(FlowProgress? progress)
    {
        if (progress is not null) runner.Run.Progress.Add(progress);
    }

    public override void ContinueAsNew(object? newInput, bool preserveUnprocessedEvents = true)
    {
        ContinuesAsNew = true;
        NextInput = newInput;
    }

    public override Task<ResumeDecision> EndAsync(FlowEnd end)
    {
        runner.Run.Ends.Add(end);
        return runner.Decisions.TryDequeue(out var decision) ? Task.FromResult(decision) : Task.FromException<ResumeDecision>(new InlineFlowStopped(end));
    }

    public override void SendEvent(string instanceId, string name, object? payload) => runner.Raise(instanceId, name, serializer.ToElement(payload));

    protected override async Task<TOutput> CallActivityCore<TOutput>(string name, object? input, int attempt)
    {
        var taskId = ++_tasks;
        var activity = catalog.FindActivity(name) ?? throw new InvalidOperationException($"No activity '{name}' is registered.");
        var copy = serializer.FromBytes(serializer.ToBytes(input, input?.GetType() ?? typeof(object)), activity.InputType);
        runner.Run.Calls.Add(new InlineCall(id, name, serializer.ToElement(input), attempt));
        if (runner.BeforeActivity is not null) await runner.BeforeActivity(name);
        try
        {
            var result = await activity.RunAsync(new ActivityContext { InstanceId = id, ActivityName = name, Attempt = attempt }, copy, CancellationToken.None);
            return (TOutput)serializer.FromBytes(serializer.ToBytes(result, activity.OutputType), typeof(TOutput))!;
        }
        catch (FlowException e)
        {
            throw new FlowTaskFailedException(name, taskId, e.Error);
        }
    }

    protected override async Task<TOutput> CallSubFlowCore<TOutput>(string name, object? input, string instanceId, string? version, string? notifyInstanceId)
    {
        var taskId = ++_tasks;
        var child = catalog.FindFlow(name, version) ?? throw new InvalidOperationException($"No flow '{name}' is registered.");
        try
        {
            var json = await runner.RunInstanceAsync(child, serializer.FromBytes(serializer.ToBytes(input, input!.GetType()), child.InputType)!, instanceId, id);
            return json.Deserialize<TOutput>(serializer.Options)!;
        }
        catch (FlowException e) when (e is not FlowCancelledException)
        {
            throw new FlowTaskFailedException(name, taskId, e.Error);
        }
    }

    protected override Task<TOutput> ResumeSubFlowCore<TOutput>(string name, string instanceId, ResumeDecision decision) =>
        throw new NotSupportedException("The inline runner stops at resumable ends of sub-flows; use the engine's test host.");

    protected override async Task CreateTimerCore(DateTime fireAtUtc, CancellationToken cancellationToken)
    {
        // Yield first, so that an event that is already there wins over the timer, as it does on a real host.
        await Task.Yield();
        if (cancellationToken.IsCancellationRequested) return;
        var wait = fireAtUtc - CurrentUtcDateTime;
        if (wait > TimeSpan.Zero) time.Advance(wait);
        runner.OnTimer?.Invoke(id);
    }

    protected override async Task<T> WaitForExternalEventCore<T>(string name, CancellationToken cancellationToken) =>
        (await runner.NextEvent(id, name, cancellationToken)).Deserialize<T>(serializer.Options)!;
}
