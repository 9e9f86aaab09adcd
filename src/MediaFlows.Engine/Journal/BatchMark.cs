using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MediaFlows.Engine.Journal;

/// <summary>What makes the bytes of an append unlike any other append: who wrote it, and which one it was.</summary>
/// <param name="Epoch">Ownership of the hub, counted from 1.</param>
/// <param name="Owner">Random number of the process's run.</param>
/// <param name="Sequence">Running number of the batch in its segment, from 0.</param>
/// <param name="Records">Records that follow in the batch.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BatchMark(long Epoch, long Owner, long Sequence, int Records)
{
    public const int Size = 28;

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, Epoch);
        BinaryPrimitives.WriteInt64LittleEndian(target[8..], Owner);
        BinaryPrimitives.WriteInt64LittleEndian(target[16..], Sequence);
        BinaryPrimitives.WriteInt32LittleEndian(target[24..], Records);
    }

    public static BatchMark Read(ReadOnlySpan<byte> source) => new(
        BinaryPrimitives.ReadInt64LittleEndian(source),
        BinaryPrimitives.ReadInt64LittleEndian(source[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(source[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(source[24..]));
}
