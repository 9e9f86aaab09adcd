namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>The coded bits of a scan, without the zero bytes that are stuffed behind 0xFF.</summary>
internal sealed class JpegBits
{
    private readonly byte[] _bytes;

    public JpegBits(ReadOnlySpan<byte> coded)
    {
        var bytes = new List<byte>(coded.Length);
        for (var i = 0; i < coded.Length; i++)
        {
            if (coded[i] != 0xFF) bytes.Add(coded[i]);
            else if (i + 1 < coded.Length && coded[i + 1] == 0) bytes.Add(coded[i++]);
            else break;
        }

        _bytes = [.. bytes];
    }

    /// <summary>Bits read so far.</summary>
    public int Position { get; private set; }

    public int this[int position] => position >> 3 < _bytes.Length ? (_bytes[position >> 3] >> (7 - (position & 7))) & 1 : throw new InvalidDataException("The picture's coded data ends early.");

    public int Next() => this[Position++];

    public void Skip(int count) => Position += count;
}
