namespace MediaFlows.Engine.Journal;

/// <summary>Records that go out in one append, and what happens once they have.</summary>
internal sealed class JournalBatch(byte[] buffer, long segment, bool opensSegment)
{
    /// <summary>Azure's limit for one block of an append blob.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int MarkSize = RecordFrame.Size + BatchMark.Size;
    private byte[] _buffer = buffer;
    private int _length = MarkSize;

    public long Segment { get; } = segment;

    /// <summary>True for the first batch of a segment: its blob is created first.</summary>
    public bool OpensSegment { get; } = opensSegment;

    public int Records { get; private set; }

    /// <summary>When it was sealed, as a timestamp of the engine's clock.</summary>
    public long SealedAt { get; private set; }

    public int Length => _length;

    public bool IsEmpty => Records == 0;

    public List<IDurableEffect> Effects { get; } = [];

    /// <summary>Blobs that the records refer to; written before the append.</summary>
    public List<KeyValuePair<string, ReadOnlyMemory<byte>>> Payloads { get; } = [];

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public byte[] Buffer => _buffer;

    public bool TryAdd(RecordKind kind, bool continues, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var size = RecordFrame.Size + head.Length + body.Length;
        if (_length + size > MaxBytes) return false;
        if (_buffer.Length < _length + size) Array.Resize(ref _buffer, Math.Min(MaxBytes, Math.Max(_length + size, _buffer.Length * 2)));
        RecordFrame.Write(_buffer.AsSpan(_length, size), kind, continues, head, body);
        _length += size;
        Records++;
        return true;
    }

    /// <summary>Writes the mark into the room that was left for it.</summary>
    public void Seal(long epoch, long owner, long sequence, long timestamp = 0)
    {
        SealedAt = timestamp;
        Span<byte> mark = stackalloc byte[BatchMark.Size];
        new BatchMark(epoch, owner, sequence, Records).Write(mark);
        RecordFrame.Write(_buffer.AsSpan(0, MarkSize), RecordKind.BatchMark, continues: false, mark, default);
    }
}
