using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Replay;

/// <summary>Where a flow's actions go: into the history when it runs live, against it when it is replayed.</summary>
internal interface ITurnLog
{
    /// <summary>True while recorded turns are run again.</summary>
    bool IsReplay { get; }

    /// <summary>True when payloads of actions are looked at, so that replay need not serialize for nothing.</summary>
    bool WantsPayloads { get; }

    /// <summary>Makes a payload out of JSON; large ones go to blobs of their own.</summary>
    Payload Store(byte[] json);

    /// <summary>One action, in the order in which the code takes them.</summary>
    void Record(in HistoryEvent action);
}
