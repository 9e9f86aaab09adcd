namespace MediaFlows.Providers.AlibabaOss.Checksums;

/// <summary>CRC-64/XZ (ECMA-182, reflected): the checksum in <c>x-oss-hash-crc64ecma</c>, there as an unsigned decimal.</summary>
public sealed class Crc64
{
    private const ulong Polynomial = 0xC96C5795D7870F42;

    // Eight tables: one step per 8 bytes instead of one per byte keeps the check cheaper than the network.
    private static readonly ulong[][] Tables = CreateTables();
    private ulong _state = ulong.MaxValue;

    /// <summary>The checksum of everything appended so far; 0 for nothing.</summary>
    public ulong Value => ~_state;

    /// <summary>Bytes appended so far.</summary>
    public long Length { get; private set; }

    /// <summary>The checksum of <paramref name="bytes"/>.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var crc = new Crc64();
        crc.Append(bytes);
        return crc.Value;
    }

    /// <summary>The checksum of two parts in a row, from theirs and the second part's length in bytes; how the parts of an upload are checked as a whole.</summary>
    public static ulong Combine(ulong first, ulong second, long secondLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(secondLength);

        // Appending n zero bytes to the first part is a linear map over GF(2): square its one-byte form as often as n has bits.
        var power = ByteShift();
        for (var n = (ulong)secondLength; n > 0; n >>= 1)
        {
            if ((n & 1) == 1) first = Apply(power, first);
            power = Square(power);
        }

        return first ^ second;
    }

    /// <summary>Adds <paramref name="bytes"/>.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        var crc = _state;
        while (bytes.Length >= 8)
        {
            crc ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            crc = Tables[7][crc & 0xFF] ^ Tables[6][(crc >> 8) & 0xFF] ^ Tables[5][(crc >> 16) & 0xFF] ^ Tables[4][(crc >> 24) & 0xFF]
                ^ Tables[3][(crc >> 32) & 0xFF] ^ Tables[2][(crc >> 40) & 0xFF] ^ Tables[1][(crc >> 48) & 0xFF] ^ Tables[0][crc >> 56];
            bytes = bytes[8..];
        }

        foreach (var b in bytes) crc = Tables[0][(byte)crc ^ b] ^ (crc >> 8);
        _state = crc;
    }

    private static ulong[] ByteShift()
    {
        var map = new ulong[64];
        for (var bit = 0; bit < 64; bit++)
        {
            var value = 1UL << bit;
            for (var i = 0; i < 8; i++) value = (value & 1) == 1 ? (value >> 1) ^ Polynomial : value >> 1;
            map[bit] = value;
        }

        return map;
    }

    private static ulong Apply(ulong[] map, ulong vector)
    {
        ulong sum = 0;
        for (var bit = 0; vector != 0; bit++, vector >>= 1)
            if ((vector & 1) == 1) sum ^= map[bit];
        return sum;
    }

    private static ulong[] Square(ulong[] map) => [.. map.Select(column => Apply(map, column))];

    private static ulong[][] CreateTables()
    {
        var tables = new ulong[8][];
        tables[0] = [.. Enumerable.Range(0, 256).Select(i =>
        {
            var value = (ulong)i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? (value >> 1) ^ Polynomial : value >> 1;
            return value;
        })];
        for (var t = 1; t < 8; t++)
            tables[t] = [.. tables[t - 1].Select(v => tables[0][v & 0xFF] ^ (v >> 8))];
        return tables;
    }
}
