using System.Buffers.Binary;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>The EXIF orientation of a JPEG: tag 0x0112 of its first directory, 1 to 8.</summary>
internal static class ExifOrientation
{
    // An EXIF block is at most one segment; two of them are read, for files with another application segment before it.
    private const int Head = 2 * 65_536;

    /// <summary>The orientation, or null when the file has none.</summary>
    public static int? Read(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Math.Min(Head, file.Length)];
        file.ReadExactly(bytes);
        for (var at = 2; at + 10 < bytes.Length && bytes[at] == 0xFF && bytes[at + 1] is not 0xDA;)
        {
            var size = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (bytes[at + 1] == 0xE1 && bytes.AsSpan(at + 4).StartsWith("Exif\0\0"u8)) return Directory(bytes.AsSpan(at + 10, Math.Min(Math.Max(0, size - 8), bytes.Length - at - 10)));
            at += 2 + size;
        }

        return null;
    }

    private static int? Directory(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return null;
        var little = tiff[0] == (byte)'I';
        int Number(ReadOnlySpan<byte> from, int at) => little ? BinaryPrimitives.ReadUInt16LittleEndian(from[at..]) : BinaryPrimitives.ReadUInt16BigEndian(from[at..]);
        var start = little ? BinaryPrimitives.ReadInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadInt32BigEndian(tiff[4..]);
        if (start < 8 || start + 2 > tiff.Length) return null;
        var entries = Number(tiff, start);
        for (var i = 0; i < entries && start + 14 + (i * 12) <= tiff.Length; i++)
        {
            var at = start + 2 + (i * 12);
            if (Number(tiff, at) == 0x0112) return Number(tiff, at + 8) is >= 1 and <= 8 and var orientation ? orientation : null;
        }

        return null;
    }
}
