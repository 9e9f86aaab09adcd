using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Engine.Binary;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Replay;

namespace MediaFlows.Engine.Runtime;

/// <summary>
/// One instance: its history and the facts that follow from it. <see cref="Append"/> is the only way that anything changes,
/// live and on recovery alike, so memory can never disagree with the journal.
/// </summary>
internal sealed partial class Instance(long number)
{
    private const int None = -1;
    private ByteBuffer _history;

    /// <summary>Unique in the hub for good, growing with creation: epoch in the upper half, counter in the lower.</summary>
    public long Number { get; } = number;

    public InstanceHeader Header { get; private set; } = null!;

    public string Id => Header.Id;

    public ReadOnlyMemory<byte> History => _history.Memory;

    /// <summary>How it ended, or null while it lives.</summary>
    public FlowStatus? EndStatus { get; private set; }

    /// <summary>True when it ended at a point from where an operator can make it go on.</summary>
    public bool EndIsResumable { get; private set; }

    public bool Suspended { get; private set; }

    /// <summary>UTC ticks of the last turn; 0 before the first.</summary>
    public long LastTurnTicks { get; private set; }

    public long UpdatedTicks { get; private set; }

    public long EndedTicks { get; private set; }

    public int Resumes { get; private set; }

    /// <summary>True when some payload lives in a blob of its own.</summary>
    public bool HasPayloads { get; private set; }

    /// <summary>True when it called activities, so that the ledger may know it.</summary>
    public bool CalledActivities { get; private set; }

    public List<PendingTask>? Tasks { get; private set; }

    public List<PendingTimer>? Timers { get; private set; }

    public List<PendingSubFlow>? SubFlows { get; private set; }

    /// <summary>Events that no turn has consumed.</summary>
    public List<HistoryEvent>? Inbox { get; private set; }

    /// <summary>The code's live state, or null while it is not loaded.</summary>
    public FlowExecution? Execution { get; set; }

    /// <summary>Why no code can run for it although it lives: no such version, or code that no longer matches.</summary>
    public FlowError? Blocked { get; set; }

    /// <summary>True while payloads are fetched so that it can be replayed.</summary>
    public bool Loading { get; set; }

    /// <summary>True while it stands in the hub's queue of instances to run.</summary>
    public bool Queued { get; set; }

    /// <summary>True once it is no longer in the hub's table.</summary>
    public bool Removed { get; set; }

    /// <summary>Offset from where the history is not yet in a record; -1 when all of it is.</summary>
    public int DirtyFrom { get; private set; } = None;

    public bool IsEnded => EndStatus is not null;

    /// <summary>UTC ticks before which no turn may be dated: timers that fired, and the run that continued as this one.</summary>
    public long FloorTicks { get; private set; }

    public bool HasStarted => LastTurnTicks != 0 || Header.Generation > 0;

    public FlowStatus Status => EndStatus ?? (Suspended ? FlowStatus.Suspended : HasStarted ? FlowStatus.Running : FlowStatus.Pending);

    /// <summary>Builds an instance from a whole history, as an archive or an image holds it.</summary>
    public static Instance FromHistory(long number, ReadOnlyMemory<byte> history)
    {
        var instance = new Instance(number);
        instance.Load(history);
        return instance;
    }

    /// <summary>Adds one event.</summary>
    public void Append(in HistoryEvent e)
    {
        if (DirtyFrom == None) DirtyFrom = _history.Length;
        var offset = _history.Length;
        HistoryCodec.Write(ref _history, e);
        Fold(e, offset);
    }

    /// <summary>Adds events that are recorded already.</summary>
    public void Load(ReadOnlyMemory<byte> events)
    {
        var start = _history.Length;
        _history.Write(events.Span);
        var reader = new ByteReader(_history.Memory, start);
        while (!reader.AtEnd)
        {
            var offset = reader.Position;
            Fold(HistoryCodec.Read(ref reader), offset);
        }
    }

    /// <summary>What was added since the last record.</summary>
    public ReadOnlyMemory<byte> TakeDirty()
    {
        var dirty = _history.Memory[DirtyFrom..];
        DirtyFrom = None;
        return dirty;
    }

    /// <summary>Lets go of the code's state and of spare memory; the history brings it back.</summary>
    public void Unload()
    {
        Execution = null;
        _history.Trim();
        Tasks?.TrimExcess();
        if (Tasks is { Count: 0 }) Tasks = null;
        if (SubFlows is { Count: 0 }) SubFlows = null;
        if (Timers is { Count: 0 }) Timers = null;
        Timers?.TrimExcess();
    }

    /// <summary>The event at <paramref name="offset"/>.</summary>
    public HistoryEvent EventAt(int offset)
    {
        var reader = new ByteReader(_history.Memory, offset);
        return HistoryCodec.Read(ref reader);
    }
}
