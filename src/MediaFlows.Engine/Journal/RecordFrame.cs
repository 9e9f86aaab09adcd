using System.Buffers.Binary;
using System.IO.Hashing;

namespace MediaFlows.Engine.Journal;

/// <summary>
/// Frame of a record: length and CRC-32 of what follows (4 bytes each), format version, kind. The frame itself is frozen,
/// so that every later version can tell damage from a newer format.
/// </summary>
internal static class RecordFrame
{
    public const int Size = 10;
    public const byte FormatVersion = 1;
    private const byte ContinuesFlag = 0x80;

    public static void Write(Span<byte> frame, RecordKind kind, bool continues, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        BinaryPrimitives.WriteInt32LittleEndian(frame, 2 + head.Length + body.Length);
        frame[8] = FormatVersion;
        frame[9] = (byte)((byte)kind | (continues ? ContinuesFlag : 0));
        head.CopyTo(frame[Size..]);
        body.CopyTo(frame[(Size + head.Length)..]);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[4..], Crc32.HashToUInt32(frame.Slice(8, 2 + head.Length + body.Length)));
    }

    /// <exception cref="Core.Errors.FlowException"><c>MF4004</c> damaged, <c>MF4005</c> written by a newer version.</exception>
    public static JournalRecord Read(ReadOnlyMemory<byte> source, int offset, string blob)
    {
        var left = source.Span[offset..];
        if (left.Length < Size) throw JournalErrors.Damaged(blob, offset, "it ends in the middle of a record");
        var length = BinaryPrimitives.ReadInt32LittleEndian(left);
        if (length < 2 || length > left.Length - 8) throw JournalErrors.Damaged(blob, offset, "a record's length is impossible");
        if (BinaryPrimitives.ReadUInt32LittleEndian(left[4..]) != Crc32.HashToUInt32(left.Slice(8, length)))
            throw JournalErrors.Damaged(blob, offset, "a record's checksum does not match");
        var kind = (RecordKind)(left[9] & ~ContinuesFlag);
        if (left[8] > FormatVersion || !Enum.IsDefined(kind)) throw JournalErrors.TooNew(blob, left[8]);
        return new JournalRecord(kind, (left[9] & ContinuesFlag) != 0, source.Slice(offset + Size, length - 2), offset + 8 + length);
    }
}
