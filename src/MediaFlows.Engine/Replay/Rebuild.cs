using MediaFlows.Engine.History;
using MediaFlows.Engine.Runtime;

namespace MediaFlows.Engine.Replay;

/// <summary>
/// The heart of retry: runs a failed flow over its own history as if the failed tasks had not ended yet. Everything else that was finished keeps
/// its result, in whatever order the code now comes to it; what the code did because of the failure is forgotten.
/// </summary>
internal sealed class Rebuild(
    Instance old,
    IReadOnlySet<int> voided,
    FlowExecution execution,
    IReadOnlyDictionary<string, byte[]>? fetched,
    Func<Instance, ReadOnlyMemory<byte>, Payload> store)
{
    private readonly Instance _target = new(old.Number);
    private readonly Dictionary<int, HistoryEvent> _early = [];
    private readonly List<HistoryEvent> _inputs = [];
    private RebuildLog _log = null!;

    /// <summary>The instance with its new history and loaded code; null when the code ends in spite of the retry.</summary>
    public (Instance Instance, IReadOnlyList<HistoryEvent> Unsent)? Run(InstanceHeader header)
    {
        _log = new RebuildLog(_target, old.History, fetched, store);
        foreach (var e in HistoryCodec.ReadAll(old.History))
        {
            if (e.Kind == HistoryEventKind.ExecutionStarted) Take(e with { Detail = header.ToBytes() });
            else if (e.Kind.IsInput()) Take(e);
            else if (e.Kind == HistoryEventKind.Turn) RunTurn(e.Ticks);
            if (_log.HasEnded && !_target.EndIsResumable) return null;
        }

        RunTurn(old.LastTurnTicks);
        if (_log.HasEnded) return null;
        _target.Execution = execution;
        return (_target, _log.Unsent);
    }

    private void RunTurn(long ticks)
    {
        // Results that had come before the code took their step are due as soon as it does.
        for (; _inputs.Count > 0; TakeEarly())
        {
            var inputs = _inputs.ConvertAll(e => HistoryReplay.WithPayload(e, fetched));
            foreach (var input in _inputs) _target.Append(input);
            _inputs.Clear();
            _target.Append(new HistoryEvent(HistoryEventKind.Turn) { Ticks = ticks });
            execution.RunTurn(ticks, inputs, _log);
            if (_log.HasEnded) return;
        }
    }

    private void Take(in HistoryEvent e)
    {
        if (!IsOfTask(e.Kind))
        {
            _inputs.Add(e);
            return;
        }

        if (e.Kind is HistoryEventKind.TaskFailed or HistoryEventKind.SubFlowFailed && voided.Contains(e.Id)) return;
        if (_log.NewId(e.Id) is { } id) _inputs.Add(e with { Id = id });
        else _early[e.Id] = e;
    }

    private void TakeEarly()
    {
        foreach (var (oldId, e) in _early.ToList())
        {
            if (_log.NewId(oldId) is not { } id) continue;
            _early.Remove(oldId);
            _inputs.Add(e with { Id = id });
        }
    }

    private static bool IsOfTask(HistoryEventKind kind) => kind is HistoryEventKind.TaskCompleted or HistoryEventKind.TaskFailed
        or HistoryEventKind.TimerFired or HistoryEventKind.SubFlowCompleted or HistoryEventKind.SubFlowFailed;
}
