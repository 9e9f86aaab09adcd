using System.Buffers.Binary;
using System.Text;

namespace MediaFlows.Engine.Binary;

/// <summary>Reads what <see cref="ByteBuffer"/> wrote. Running past the end throws <see cref="InvalidDataException"/>.</summary>
internal struct ByteReader(ReadOnlyMemory<byte> source, int position = 0)
{
    public int Position { get; private set; } = position;

    public readonly bool AtEnd => Position >= source.Length;

    public byte ReadByte() => Take(1).Span[0];

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8).Span);

    public ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = ReadByte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }

        throw new InvalidDataException("A number in the record is too long.");
    }

    public int ReadInt32() => checked((int)ReadVarint());

    public ReadOnlyMemory<byte> ReadBlock() => Take(ReadInt32());

    public string? ReadString()
    {
        var length = ReadInt32();
        return length == 0 ? null : Encoding.UTF8.GetString(Take(length - 1).Span);
    }

    public ReadOnlyMemory<byte> ReadRest() => Take(source.Length - Position);

    private ReadOnlyMemory<byte> Take(int count)
    {
        if (count < 0 || count > source.Length - Position) throw new InvalidDataException("The record is shorter than it says.");
        var slice = source.Slice(Position, count);
        Position += count;
        return slice;
    }
}
