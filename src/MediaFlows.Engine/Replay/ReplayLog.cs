using MediaFlows.Core.Errors;
using MediaFlows.Engine.Binary;
using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Replay;

/// <summary>Holds a flow's actions against the recorded ones. The first difference is kept; nothing is ever written.</summary>
internal sealed class ReplayLog(ReadOnlyMemory<byte> history) : ITurnLog
{
    private ByteReader _reader = new(history);
    private int _step;

    public bool IsReplay => true;

    public bool WantsPayloads => false;

    /// <summary>The first difference between code and history, or null.</summary>
    public FlowError? Mismatch { get; private set; }

    public Payload Store(byte[] json) => default;

    /// <summary>Next recorded event that is no action; null at the end.</summary>
    public HistoryEvent? NextInput()
    {
        while (!_reader.AtEnd)
        {
            var e = HistoryCodec.Read(ref _reader);
            if (e.Kind == HistoryEventKind.StatusSet) continue;
            if (!e.Kind.IsChecked()) return e;
            _step++;
            Mismatch ??= Differs($"the history has {Name(e)}, and the code does not take that step");
            return null;
        }

        return null;
    }

    public void Record(in HistoryEvent action)
    {
        if (Mismatch is not null) return;
        _step++;
        var recorded = PeekAction();
        if (recorded is not { } expected) Mismatch = Differs($"the code wants {Name(action)}, and the history has nothing there");
        else if (!Same(expected, action)) Mismatch = Differs($"the history has {Name(expected)}, and the code wants {Name(action)}");
        else SkipAction();
    }

    private HistoryEvent? PeekAction()
    {
        var ahead = _reader;
        while (!ahead.AtEnd)
        {
            var e = HistoryCodec.Read(ref ahead);
            if (e.Kind == HistoryEventKind.StatusSet) continue;
            return e.Kind.IsChecked() ? e : null;
        }

        return null;
    }

    private void SkipAction()
    {
        while (!HistoryCodec.Read(ref _reader).Kind.IsChecked())
        {
        }
    }

    private static bool Same(in HistoryEvent a, in HistoryEvent b) =>
        a.Kind == b.Kind && a.Id == b.Id
        && (a.Kind == HistoryEventKind.Ended ? a.Count == b.Count : a.Name == b.Name && a.Text == b.Text);

    private FlowError Differs(string what) => new(ErrorCodes.NonDeterminism, $"The code no longer matches the recorded history: at step {_step}, {what}. Nothing was overwritten.")
    {
        Hint = "Deploy the code that the instance was started with, or give the changed flow a new version; the instance then goes on by itself.",
    };

    private static string Name(in HistoryEvent e) => e.Kind switch
    {
        HistoryEventKind.TaskScheduled => $"activity {e.Name} (task {e.Id})",
        HistoryEventKind.SubFlowStarted => $"sub-flow {e.Name} as {e.Text} (task {e.Id})",
        HistoryEventKind.TimerCreated => $"a timer (task {e.Id})",
        HistoryEventKind.TimerCancelled => $"the withdrawal of timer {e.Id}",
        HistoryEventKind.EventSent => $"event {e.Name} to {e.Text}",
        _ => $"the end as {(Core.Client.FlowStatus)e.Count}",
    };
}
