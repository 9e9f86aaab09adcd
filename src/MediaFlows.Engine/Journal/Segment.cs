using MediaFlows.Engine.Binary;

namespace MediaFlows.Engine.Journal;

/// <summary>A segment as read: every record checked.</summary>
internal sealed class Segment
{
    public Segment(long number, string blob, byte[] content)
    {
        Number = number;
        Blob = blob;
        Length = content.Length;
        Records = [.. SegmentReader.Records(content, blob)];
        LastMark = SegmentReader.LastMark(content, blob);
    }

    public long Number { get; }

    public string Blob { get; }

    public long Length { get; }

    public IReadOnlyList<JournalRecord> Records { get; }

    public BatchMark? LastMark { get; }

    /// <summary>True when its checkpoint covers everything before it.</summary>
    public bool IsComplete => Records.Any(r => r.Kind == RecordKind.CheckpointComplete);

    /// <summary>True when nobody may append to it any more.</summary>
    public bool IsClosed => Records.Count > 0 && Records[^1].Kind is RecordKind.Roll or RecordKind.Fence;

    /// <summary>Segment its checkpoint was made from; 0 for none, null when it holds no header yet.</summary>
    public long? Base => Records.Count > 0 && Records[0].Kind == RecordKind.SegmentHeader ? (long)new ByteReader(Records[0].Payload).ReadVarint() : null;
}
