using System.Buffers.Binary;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>
/// Makes a progressive JPEG of a baseline one, without loss: ffmpeg writes baseline only. One scan holds the DC values of all components, one scan per
/// component the rest. Both forms code these values alike, so the coded bits are copied and just their order changes.
/// </summary>
internal sealed class ProgressiveJpeg
{
    private readonly List<(int Id, int H, int V, int DcTable, int AcTable, int Columns, int Rows)> _components = [];
    private readonly Dictionary<int, HuffmanCode> _codes = [];
    private readonly MemoryStream _output = new();
    private int _width;
    private int _height;

    /// <summary>The progressive form; null when the file is no plain baseline JPEG of one scan.</summary>
    public static byte[]? Of(byte[] jpeg) => new ProgressiveJpeg().Convert(jpeg);

    private byte[]? Convert(byte[] jpeg)
    {
        _output.Write(jpeg.AsSpan(0, 2));
        for (var at = 2; at + 4 <= jpeg.Length && jpeg[at] == 0xFF;)
        {
            var marker = jpeg[at + 1];
            var size = 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            var segment = jpeg.AsSpan(at, size);
            switch (marker)
            {
                case 0xC0:
                    Frame(segment);
                    break;
                case 0xC4:
                    HuffmanCode.ReadInto(_codes, segment[4..]);
                    break;
                case 0xDA:
                    Scans(segment, jpeg.AsSpan(at + size));
                    _output.Write([0xFF, 0xD9]);
                    return _output.ToArray();
                case 0xDD or (>= 0xC1 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)):
                    return null;
            }

            var kept = segment.ToArray();
            if (marker == 0xC0) kept[1] = 0xC2;
            _output.Write(kept);
            at += size;
        }

        return null;
    }

    private void Frame(ReadOnlySpan<byte> segment)
    {
        _height = BinaryPrimitives.ReadUInt16BigEndian(segment[5..]);
        _width = BinaryPrimitives.ReadUInt16BigEndian(segment[7..]);
        for (var i = 0; i < segment[9]; i++) _components.Add((segment[10 + (i * 3)], segment[11 + (i * 3)] >> 4, segment[11 + (i * 3)] & 15, 0, 0, 0, 0));
    }

    private void Scans(ReadOnlySpan<byte> header, ReadOnlySpan<byte> coded)
    {
        var alone = _components.Count == 1;
        int maxH = alone ? 1 : _components.Max(c => c.H), maxV = alone ? 1 : _components.Max(c => c.V);
        for (var i = 0; i < _components.Count; i++)
        {
            // A scan of one component has no padding: its blocks are those that the picture touches.
            var (id, h, v, _, _, _, _) = _components[i];
            (h, v) = alone ? (1, 1) : (h, v);
            _components[i] = (id, h, v, header[6 + (i * 2)] >> 4, header[6 + (i * 2)] & 15, Blocks(_width * h, maxH), Blocks(_height * v, maxV));
        }

        int mcuColumns = Blocks(_width, maxH), mcuRows = Blocks(_height, maxV);
        var bits = new JpegBits(coded);
        var dc = new JpegBitWriter(_output, bits);
        var rest = _components.Select(c => new (int From, int Length)[c.Columns * c.Rows]).ToArray();
        WriteScan(_components.Select(c => (c.Id, c.DcTable << 4)).ToArray(), 0, 0);
        for (var mcu = 0; mcu < mcuColumns * mcuRows; mcu++)
            for (var i = 0; i < _components.Count; i++)
                for (var block = 0; block < _components[i].H * _components[i].V; block++)
                {
                    var c = _components[i];
                    int x = (mcu % mcuColumns * c.H) + (block % c.H), y = (mcu / mcuColumns * c.V) + (block / c.H);
                    var from = bits.Position;
                    bits.Skip(_codes[c.DcTable].Read(bits));
                    dc.Copy(from, bits.Position - from);
                    from = bits.Position;
                    SkipCoefficients(bits, _codes[0x10 | c.AcTable]);
                    if (x < c.Columns && y < c.Rows) rest[i][(y * c.Columns) + x] = (from, bits.Position - from);
                }

        dc.Finish();
        for (var i = 0; i < _components.Count; i++)
        {
            WriteScan([(_components[i].Id, _components[i].AcTable)], 1, 63);
            var ac = new JpegBitWriter(_output, bits);
            foreach (var (from, length) in rest[i]) ac.Copy(from, length);
            ac.Finish();
        }
    }

    private static int Blocks(int size, int most) => (size + (8 * most) - 1) / (8 * most);

    private static void SkipCoefficients(JpegBits bits, HuffmanCode code)
    {
        for (var k = 1; k < 64; k++)
        {
            var symbol = code.Read(bits);
            if (symbol == 0) return;
            bits.Skip(symbol & 15);
            k += symbol >> 4;
        }
    }

    private void WriteScan((int Id, int Tables)[] components, byte first, byte last)
    {
        _output.Write([0xFF, 0xDA, 0, (byte)(6 + (components.Length * 2)), (byte)components.Length]);
        foreach (var (id, tables) in components) _output.Write([(byte)id, (byte)tables]);
        _output.Write([first, last, 0]);
    }
}
