namespace MediaFlows.Engine.Hosting;

/// <summary>Settings of the embedded engine. The defaults suit one host with thousands of flows at a time.</summary>
public sealed record EngineOptions
{
    /// <summary>Name of the hub: the folder under <c>hubs/</c> that holds its journal. Lower-case letters, digits and dashes.</summary>
    public string HubName { get; init; } = "mediaflows";

    /// <summary>Most activities that run at the same time; the others wait in the order of their records.</summary>
    public int MaxConcurrentActivities { get; init; } = 64;

    /// <summary>Most starts that may wait for their record; one more is answered with <c>MF4006</c>.</summary>
    public int MaxPendingStarts { get; init; } = 20_000;

    /// <summary>Most bytes of records that may wait for storage; above it, starts are answered with <c>MF4006</c>.</summary>
    public long MaxBacklogBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Largest JSON payload that is kept inside the journal, in bytes; larger ones get a blob of their own.</summary>
    public int InlinePayloadBytes { get; init; } = 64 * 1024;

    /// <summary>How long a finished instance is kept before it is purged; null keeps it for good. A flow's own <c>Retention</c> wins.</summary>
    public TimeSpan? Retention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How often finished instances are checked against their retention.</summary>
    public TimeSpan RetentionCheck { get; init; } = TimeSpan.FromHours(1);

    /// <summary>After this time without a turn the live state of an instance's code is dropped; its history brings it back.</summary>
    public TimeSpan UnloadAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause between two signs of life in the owner record. One a minute leaves an idle hub room, below 150 storage requests an hour, for looking into the ingest queue.</summary>
    public TimeSpan OwnerBeat { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a new process watches an owner on another machine for a sign of life before it takes over.</summary>
    public TimeSpan OwnerWatch { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long storage may stay away before the hub stops.</summary>
    public TimeSpan StoragePatience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long running activities may go on when the host stops, before their tokens are signalled.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the host waits in all for activities when it stops; what still runs then is run again after the next start.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Least size of a journal segment in bytes before a new one begins with a checkpoint.</summary>
    public long SegmentBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Most appends to a journal segment. Azure allows 50,000 blocks; the rest is head-room for the checkpoint and the fence of a successor.</summary>
    public int SegmentBlocks { get; init; } = 40_000;

    /// <summary>Finished instances gather this long before they move to the archive together, unless <see cref="ArchiveBatchBytes"/> is reached.</summary>
    public TimeSpan ArchiveDelay { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Finished instances move to the archive once they make up this many bytes.</summary>
    public int ArchiveBatchBytes { get; init; } = 1024 * 1024;

    /// <summary>Size of an archive segment in bytes after which the next one begins.</summary>
    public int ArchiveSegmentBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Longest time between two looks at the wall clock while timers wait, so that a clock that jumps is noticed.</summary>
    public TimeSpan ClockCheck { get; init; } = TimeSpan.FromSeconds(1);
}
