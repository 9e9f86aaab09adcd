namespace MediaFlows.Simulator.Faults;

/// <summary>What a scripted fault does.</summary>
public enum FaultKind
{
    /// <summary>Answers with a status and body instead of doing the work.</summary>
    Status,

    /// <summary>Waits, then does the work.</summary>
    Latency,

    /// <summary>Drops the connection before the work is done.</summary>
    DropBefore,

    /// <summary>Does the work, then drops the connection instead of answering.</summary>
    DropAfter,

    /// <summary>Does the work and sends half of the answer.</summary>
    Truncate,
}
