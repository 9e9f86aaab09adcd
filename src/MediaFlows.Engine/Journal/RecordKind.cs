namespace MediaFlows.Engine.Journal;

/// <summary>Kinds of journal records. The numbers are the wire format: never reuse one.</summary>
internal enum RecordKind : byte
{
    /// <summary>First record of every append: epoch, owner and running number, by which an own append is recognised.</summary>
    BatchMark = 1,

    /// <summary>First record of a segment: which segment its checkpoint was made from.</summary>
    SegmentHeader = 2,

    /// <summary>Everything before this segment is covered by it.</summary>
    CheckpointComplete = 3,

    /// <summary>Last record of a segment whose owner was replaced.</summary>
    Fence = 4,

    /// <summary>Last record of a full segment.</summary>
    Roll = 5,

    /// <summary>Events added to an instance's history.</summary>
    Events = 10,

    /// <summary>An instance's history is exactly this.</summary>
    Image = 11,

    /// <summary>More of the image before.</summary>
    ImagePart = 12,

    /// <summary>A finished instance moved to (or within) the archive.</summary>
    Finished = 20,

    /// <summary>An ended instance was removed; its blobs and ledger entries are being deleted.</summary>
    Purging = 21,

    /// <summary>Nothing is left of it.</summary>
    Purged = 22,

    /// <summary>An archive segment is about to be created.</summary>
    ArchiveOpened = 23,

    /// <summary>An archive segment holds nothing any more and is being deleted.</summary>
    ArchiveDropped = 24,
}
