namespace MediaFlows.Engine.Binary;

/// <summary>Numbers in as few bytes as they need, seven bits each.</summary>
internal static class Varint
{
    /// <summary>Writes <paramref name="value"/> to a span of at least 10 bytes and returns how many it took.</summary>
    public static int Write(Span<byte> target, ulong value)
    {
        var count = 0;
        for (; value >= 0x80; value >>= 7) target[count++] = (byte)(value | 0x80);
        target[count++] = (byte)value;
        return count;
    }
}
