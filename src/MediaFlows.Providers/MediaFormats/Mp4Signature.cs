using System.Buffers.Binary;
using System.Text;

namespace MediaFlows.Providers.MediaFormats;

/// <summary>Tells an MP4 video by its <c>ftyp</c> box, whatever the file is named.</summary>
public static class Mp4Signature
{
    /// <summary>How many bytes from the start are enough, in bytes. Compatible brands beyond that are not looked at.</summary>
    public const int Length = 256;

    // QuickTime, still images and audio share the box but are no MP4 video.
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "qt  ", "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis", "crx ", "M4A ", "M4B ", "M4P ", "F4A ", "F4B ", "jp2 ", "jpm ", "jpx ",
    };

    private static readonly HashSet<string> Mp4Brands = new(StringComparer.Ordinal) { "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1" };

    /// <summary>The major brand of the <c>ftyp</c> box at the start, or null when there is none.</summary>
    public static string? Brand(ReadOnlySpan<byte> start) =>
        start.Length >= 16 && BinaryPrimitives.ReadUInt32BigEndian(start) >= 16 && start.Slice(4, 4).SequenceEqual("ftyp"u8)
            ? Encoding.Latin1.GetString(start.Slice(8, 4))
            : null;

    /// <summary>
    /// True for an MP4 video: a major brand of the MP4 family, or one that is of no other known family. QuickTime counts when it declares itself
    /// compatible with an MP4 brand.
    /// </summary>
    public static bool IsMp4(ReadOnlySpan<byte> start)
    {
        if (Brand(start) is not { } brand) return false;
        if (!Others.Contains(brand)) return true;
        return brand == "qt  " && HasMp4Brand(start);
    }

    private static bool HasMp4Brand(ReadOnlySpan<byte> start)
    {
        var end = Math.Min((long)BinaryPrimitives.ReadUInt32BigEndian(start), start.Length);
        for (var at = 16; at + 4 <= end; at += 4)
            if (Mp4Brands.Contains(Encoding.Latin1.GetString(start.Slice(at, 4)))) return true;
        return false;
    }
}
