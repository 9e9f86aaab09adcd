namespace MediaFlows.Engine.Store;

/// <summary>How much of an archive segment is still referred to.</summary>
internal sealed class ArchiveUse
{
    public int Documents { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Bytes of documents that were removed or moved since it is known; what is left of them is rewritten by compaction.</summary>
    public long Dead { get; private set; }

    /// <summary>Takes the blob's real length, which shows what was removed before this process started.</summary>
    public void SetLength(long length) => Dead = Math.Max(Dead, length - Bytes);

    public void Add(int length)
    {
        Documents++;
        Bytes += length;
    }

    public void Remove(int length)
    {
        Documents--;
        Bytes -= length;
        Dead += length;
    }
}
