using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using MediaFlows.Engine.History;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Engine.Replay;

/// <summary>
/// The live state of one instance's code: what a flow sees as its context. It stays in memory from turn to turn, so a step costs no replay;
/// lost, it is built again by running the recorded turns.
/// </summary>
internal sealed partial class FlowExecution : FlowContext
{
    private readonly InstanceHeader _header;
    private readonly IFlow _flow;
    private readonly EngineParts _parts;
    private readonly List<IFlowTask> _pending = new(2);
    private ITurnLog _log = null!;
    private Task<object?>? _run;
    private long _ticks;
    private int _lastId;
    private int _guids;

    public FlowExecution(InstanceHeader header, IFlow flow, EngineParts parts)
    {
        _header = header;
        _flow = flow;
        _parts = parts;
    }

    public override string InstanceId => _header.Id;

    public override string FlowName => _header.Flow;

    public override string Version => _header.Version;

    public override string? ParentInstanceId => _header.ParentId;

    public override DateTime CurrentUtcDateTime => new(_ticks, DateTimeKind.Utc);

    public override bool IsReplaying => _log.IsReplay;

    public override FlowSerializer Serializer => _parts.Serializer;

    /// <summary>Names of the external events that it waits for, reserved ones aside.</summary>
    public IEnumerable<string> AwaitedEvents =>
        _waits?.Select(w => w.Name).Where(n => !n.StartsWith(FlowEvents.Prefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal) ?? [];

    /// <summary>Set when the code asked to continue as new and has returned.</summary>
    public ContinueRequest? Continued { get; private set; }

    /// <summary>True when nothing that can happen would make the code go on.</summary>
    public bool IsStuck =>
        _run is { IsCompleted: false } && _pending.Count == 0 && _end is null && _waits?.Exists(w => w.Name != FlowEvents.Cancel) != true;

    public override Guid NewGuid() => DerivedGuid.From(_header, ++_guids);

    public override ILogger CreateReplaySafeLogger(string category) => new ReplaySafeLogger(_parts.Loggers.CreateLogger(category), () => _log.IsReplay);

    /// <summary>Runs one turn at <paramref name="ticks"/>: takes in <paramref name="inputs"/> in order and lets the code act on each.</summary>
    public void RunTurn(long ticks, IReadOnlyList<HistoryEvent> inputs, ITurnLog log)
    {
        (_ticks, _log) = (ticks, log);
        _parts.Turns.Run((Execution: this, Inputs: inputs), static turn =>
        {
            for (var i = 0; i < turn.Inputs.Count; i++)
            {
                turn.Execution.Deliver(turn.Inputs[i]);
                turn.Execution._parts.Turns.Drain();
            }
        });
        PublishStatus();
        Settle();
    }

    private void Deliver(in HistoryEvent e)
    {
        switch (e.Kind)
        {
            case HistoryEventKind.ExecutionStarted:
                Begin(e.Payload);
                break;
            case HistoryEventKind.TaskCompleted or HistoryEventKind.SubFlowCompleted or HistoryEventKind.TimerFired:
                Take(e.Id)?.Complete(e.Payload);
                break;
            case HistoryEventKind.TaskFailed or HistoryEventKind.SubFlowFailed:
                if (Take(e.Id) is { } task) task.Fail(new FlowTaskFailedException(task.Name, task.Id, _parts.ReadError(e.Detail)) { Outcome = OutcomeOf(e) });
                break;
            case HistoryEventKind.EventRaised:
                DeliverEvent(e.Name!, e.Payload);
                break;
            case HistoryEventKind.Reopened:
                Reopen(e);
                break;
        }
    }

    // A child that was refused or stopped hard has failed, as far as its caller is concerned.
    private static FlowOutcome? OutcomeOf(in HistoryEvent e) => e.Kind != HistoryEventKind.SubFlowFailed ? null : (FlowStatus)e.Count switch
    {
        FlowStatus.TimedOut => FlowOutcome.TimedOut,
        FlowStatus.Cancelled => FlowOutcome.Cancelled,
        FlowStatus.NeedsAttention => FlowOutcome.NeedsAttention,
        _ => FlowOutcome.Failed,
    };

    private void Begin(in Payload input)
    {
        try
        {
            _run = _flow.RunAsync(this, _parts.Serializer.FromBytes(input.Bytes.Span, _flow.InputType)!);
        }
        catch (Exception e)
        {
            _run = Task.FromException<object?>(e);
        }
    }

    private IFlowTask? Take(int id)
    {
        var at = _pending.FindIndex(t => t.Id == id);
        if (at < 0) return null;
        var task = _pending[at];
        _pending.RemoveAt(at);
        return task;
    }
}
