using MediaFlows.Engine.Binary;

namespace MediaFlows.Engine.Store;

/// <summary>An instance that is gone for every reader, and whose blobs and ledger entries are being deleted.</summary>
internal readonly record struct PurgeJob(long Number, string Id, FinishedFlags Flags)
{
    public byte[] ToBytes()
    {
        var buffer = default(ByteBuffer);
        buffer.WriteVarint((ulong)Number);
        buffer.WriteString(Id);
        buffer.WriteByte((byte)Flags);
        return buffer.Span.ToArray();
    }

    public static PurgeJob Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        return new PurgeJob((long)reader.ReadVarint(), reader.ReadString()!, (FinishedFlags)reader.ReadByte());
    }
}
