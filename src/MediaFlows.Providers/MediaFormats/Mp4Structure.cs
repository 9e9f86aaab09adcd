using System.Buffers.Binary;

namespace MediaFlows.Providers.MediaFormats;

/// <summary>
/// Checks that an MP4 arrived whole: its top-level boxes follow each other without a gap up to the last byte, with an <c>ftyp</c> first and
/// a <c>moov</c> among them. A file that was cut off, or an error page under a video's name, does not pass.
/// </summary>
public static class Mp4Structure
{
    // Fragmented files hold a pair of boxes per fragment; more than this is no result of a video service.
    private const int MostBoxes = 20_000;

    /// <summary>What is wrong with a file of <paramref name="length"/> bytes, as a sentence; null when nothing is.</summary>
    /// <param name="length">Bytes of the file.</param>
    /// <param name="read">Reads a count of bytes from an offset; may return fewer at the end.</param>
    public static async Task<string?> CheckAsync(long length, Func<long, int, Task<byte[]>> read)
    {
        var start = await read(0, (int)Math.Min(length, Mp4Signature.Length));
        if (!Mp4Signature.IsMp4(start)) return "it is not an MP4 video (its content does not start with a fitting ftyp box)";

        var hasMovie = false;
        var at = 0L;
        for (var box = 0; at < length; box++)
        {
            if (box == MostBoxes) return "it has more boxes than a video has";
            var header = await read(at, (int)Math.Min(16, length - at));
            if (header.Length < 8) return $"it ends in the middle of a box at byte {at}";
            var size = Size(header, length - at);
            if (size < 8 || size > length - at) return $"its box at byte {at} reaches beyond its end: it did not arrive whole";
            hasMovie |= header.AsSpan(4, 4).SequenceEqual("moov"u8);
            at += size;
        }

        return hasMovie ? null : "it has no moov box: it did not arrive whole";
    }

    // Size 1 means a 64-bit size after the type, size 0 means up to the end of the file.
    private static long Size(byte[] header, long rest) => BinaryPrimitives.ReadUInt32BigEndian(header) switch
    {
        0 => rest,
        1 => header.Length >= 16 ? (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(header.AsSpan(8)), long.MaxValue) : 0,
        var size => size,
    };
}
