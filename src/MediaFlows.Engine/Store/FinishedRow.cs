using MediaFlows.Core.Client;
using MediaFlows.Engine.Binary;

namespace MediaFlows.Engine.Store;

/// <summary>
/// All that stays in memory of a finished instance: where its document lies, and what listings filter by. About 120 bytes with its index entry.
/// </summary>
internal readonly record struct FinishedRow(long Number, UInt128 Id)
{
    /// <summary>Archive segment that holds the document.</summary>
    public long Segment { get; init; }

    /// <summary>Offset of the document in the segment, in bytes.</summary>
    public int Offset { get; init; }

    /// <summary>Length of the document in bytes, its frame included.</summary>
    public int Length { get; init; }

    public FlowStatus Status { get; init; }

    public FinishedFlags Flags { get; init; }

    public required string Flow { get; init; }

    public long CreatedTicks { get; init; }

    public long EndedTicks { get; init; }

    /// <summary>Hash of the parent's id, or 0.</summary>
    public UInt128 Parent { get; init; }

    /// <summary>Hash of the batch's name, or 0.</summary>
    public UInt128 Batch { get; init; }

    public void Write(ref ByteBuffer buffer)
    {
        buffer.WriteVarint((ulong)Number);
        WriteHash(ref buffer, Id);
        buffer.WriteVarint((ulong)Segment);
        buffer.WriteVarint((ulong)Offset);
        buffer.WriteVarint((ulong)Length);
        buffer.WriteByte((byte)Status);
        buffer.WriteByte((byte)Flags);
        buffer.WriteString(Flow);
        buffer.WriteInt64(CreatedTicks);
        buffer.WriteInt64(EndedTicks);
        if (Flags.HasFlag(FinishedFlags.Child)) WriteHash(ref buffer, Parent);
        if (Flags.HasFlag(FinishedFlags.Batch)) WriteHash(ref buffer, Batch);
    }

    public static FinishedRow Read(ReadOnlyMemory<byte> bytes, Func<string, string> intern)
    {
        var reader = new ByteReader(bytes);
        var row = new FinishedRow((long)reader.ReadVarint(), ReadHash(ref reader))
        {
            Segment = (long)reader.ReadVarint(),
            Offset = reader.ReadInt32(),
            Length = reader.ReadInt32(),
            Status = (FlowStatus)reader.ReadByte(),
            Flags = (FinishedFlags)reader.ReadByte(),
            Flow = intern(reader.ReadString()!),
            CreatedTicks = reader.ReadInt64(),
            EndedTicks = reader.ReadInt64(),
        };
        if (row.Flags.HasFlag(FinishedFlags.Child)) row = row with { Parent = ReadHash(ref reader) };
        if (row.Flags.HasFlag(FinishedFlags.Batch)) row = row with { Batch = ReadHash(ref reader) };
        return row;
    }

    private static void WriteHash(ref ByteBuffer buffer, UInt128 hash)
    {
        buffer.WriteInt64((long)(ulong)(hash >> 64));
        buffer.WriteInt64((long)(ulong)hash);
    }

    private static UInt128 ReadHash(ref ByteReader reader)
    {
        var upper = (ulong)reader.ReadInt64();
        return new UInt128(upper, (ulong)reader.ReadInt64());
    }
}
