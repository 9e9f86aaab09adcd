using System.Buffers.Binary;
using System.Text;

namespace MediaFlows.Engine.Binary;

/// <summary>
/// A growing run of bytes. A mutable struct so that a waiting instance does not pay for an object around its history;
/// bytes once written never change, so slices handed out stay valid when the array is replaced by a larger one.
/// </summary>
internal struct ByteBuffer
{
    private byte[]? _array;

    public ByteBuffer(byte[] content)
    {
        _array = content;
        Length = content.Length;
    }

    public int Length { get; private set; }

    public readonly ReadOnlyMemory<byte> Memory => new(_array, 0, Length);

    public readonly ReadOnlySpan<byte> Span => new(_array, 0, Length);

    public Span<byte> Reserve(int count)
    {
        var needed = Length + count;
        if (_array is null) _array = new byte[Math.Max(needed, 64)];
        else if (_array.Length < needed) Array.Resize(ref _array, Math.Max(needed, _array.Length + (_array.Length / 2)));
        var span = _array.AsSpan(Length, count);
        Length = needed;
        return span;
    }

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    public void WriteByte(byte value) => Reserve(1)[0] = value;

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), value);

    public void WriteVarint(ulong value)
    {
        var count = 1;
        for (var rest = value >> 7; rest != 0; rest >>= 7) count++;
        var span = Reserve(count);
        for (var i = 0; i < count - 1; i++, value >>= 7) span[i] = (byte)(value | 0x80);
        span[count - 1] = (byte)value;
    }

    public void WriteBlock(ReadOnlySpan<byte> bytes)
    {
        WriteVarint((ulong)bytes.Length);
        Write(bytes);
    }

    /// <summary>Length plus one, so that null (0) differs from empty (1).</summary>
    public void WriteString(string? text)
    {
        if (text is null)
        {
            WriteByte(0);
            return;
        }

        var count = Encoding.UTF8.GetByteCount(text);
        WriteVarint((ulong)count + 1);
        Encoding.UTF8.GetBytes(text, Reserve(count));
    }

    /// <summary>Empties it; slices handed out before stay valid, because the array is left to them.</summary>
    public void Clear()
    {
        _array = null;
        Length = 0;
    }

    /// <summary>Gives back spare room.</summary>
    public void Trim()
    {
        if (_array is not null && _array.Length > Length) Array.Resize(ref _array, Length);
    }
}
