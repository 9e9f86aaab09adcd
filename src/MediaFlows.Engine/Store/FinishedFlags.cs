namespace MediaFlows.Engine.Store;

/// <summary>What purge and listings need to know of a finished instance.</summary>
[Flags]
internal enum FinishedFlags : byte
{
    None = 0,

    /// <summary>It has payload blobs.</summary>
    Payloads = 1,

    /// <summary>It called activities, so the submission ledger may know it.</summary>
    Activities = 2,

    /// <summary>It is a sub-orchestration.</summary>
    Child = 4,

    /// <summary>It belongs to a batch.</summary>
    Batch = 8,
}
