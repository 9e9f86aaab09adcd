namespace MediaFlows.Engine.Journal;

/// <summary>
/// Who owns the hub, for people and for the next process that wants it. It decides nothing about writes: the journal's positions do.
/// </summary>
internal sealed record OwnerRecord
{
    public required string OwnerId { get; init; }

    public required string Machine { get; init; }

    public int ProcessId { get; init; }

    /// <summary>UTC ticks of the process's start, so that a reused process id is not mistaken for it.</summary>
    public long ProcessStart { get; init; }

    public DateTimeOffset Since { get; init; }

    /// <summary>UTC time of the last sign of life, by the owner's clock.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Counts signs of life.</summary>
    public long Beats { get; init; }

    /// <summary>True once the owner has stopped in good order.</summary>
    public bool Released { get; init; }

    /// <summary>Segment the owner was writing at <see cref="SeenAt"/>.</summary>
    public long Segment { get; init; }

    /// <summary>Length of that segment in bytes; a shorter one has lost its end.</summary>
    public long Position { get; init; }
}
