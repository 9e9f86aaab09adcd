namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>One Huffman table of a JPEG.</summary>
internal sealed class HuffmanCode
{
    private readonly Dictionary<int, byte> _symbols = [];

    /// <summary>Reads the tables of a DHT segment; a table's key is its class (0x00 for DC, 0x10 for AC) and its number.</summary>
    public static void ReadInto(Dictionary<int, HuffmanCode> codes, ReadOnlySpan<byte> segment)
    {
        while (segment.Length > 17)
        {
            var code = codes[segment[0]] = new HuffmanCode();
            int value = 0, at = 17;
            for (var length = 1; length <= 16; length++, value <<= 1)
                for (var n = 0; n < segment[length]; n++)
                    code._symbols[(length << 16) | value++] = segment[at++];
            segment = segment[at..];
        }
    }

    /// <summary>The next symbol.</summary>
    public byte Read(JpegBits bits)
    {
        var value = 0;
        for (var length = 1; length <= 16; length++)
        {
            value = (value << 1) | bits.Next();
            if (_symbols.TryGetValue((length << 16) | value, out var symbol)) return symbol;
        }

        throw new InvalidDataException("The picture's coded data is damaged.");
    }
}
