using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>Format and size of an image, read from its first bytes.</summary>
/// <param name="Format"><c>jpg</c>, <c>png</c>, <c>gif</c>, <c>bmp</c>, <c>webp</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record ImageHeader(string Format, int Width, int Height)
{
    /// <summary>Null when the file is no image of these formats.</summary>
    /// <summary>True for formats that can hold transparency.</summary>
    public bool MayBeTransparent => Format != "jpg";

    /// <summary>Reads the file's head, or asks ffprobe for the formats whose head is no plain one.</summary>
    public static async Task<ImageHeader?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (Read(path) is { } read) return read;
        if (!MediaTools.CanProbe || await MediaTools.ProbeAsync(path, cancellationToken) is not { } text) return null;
        var probed = JsonNode.Parse(text)!;
        var format = (string?)probed["streams"]?[0]?["codec_name"] switch { "tiff" => "tiff", "av1" => "avif", "hevc" => "heic", _ => null };
        return format is null ? null : new ImageHeader(format, (int)probed["streams"]![0]!["width"]!, (int)probed["streams"]![0]!["height"]!);
    }

    public static ImageHeader? Read(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[32];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (length < 26) return null;
        if (head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]))
            return new ImageHeader("png", BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
        if (head.StartsWith("GIF8"u8)) return new ImageHeader("gif", BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]));
        if (head.StartsWith("BM"u8)) return new ImageHeader("bmp", BinaryPrimitives.ReadInt32LittleEndian(head[18..]), Math.Abs(BinaryPrimitives.ReadInt32LittleEndian(head[22..])));
        if (head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8)) return WebP(head);
        return head.StartsWith<byte>([0xFF, 0xD8]) ? Jpeg(file) : null;
    }

    private static ImageHeader? WebP(ReadOnlySpan<byte> head) => head[12..16] switch
    {
        [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] => new ImageHeader("webp", 1 + (head[24] | (head[25] << 8) | (head[26] << 16)), 1 + (head[27] | (head[28] << 8) | (head[29] << 16))),
        [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] => new ImageHeader("webp", 1 + (BinaryPrimitives.ReadInt32LittleEndian(head[21..]) & 0x3FFF), 1 + ((BinaryPrimitives.ReadInt32LittleEndian(head[21..]) >> 14) & 0x3FFF)),
        [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => new ImageHeader("webp", BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF),
        _ => null,
    };

    private static ImageHeader? Jpeg(FileStream file)
    {
        file.Position = 2;
        Span<byte> segment = stackalloc byte[9];
        while (file.ReadAtLeast(segment[..4], 4, throwOnEndOfStream: false) == 4 && segment[0] == 0xFF)
        {
            var marker = segment[1];
            var size = BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (file.ReadAtLeast(segment[..5], 5, throwOnEndOfStream: false) < 5) return null;
                return new ImageHeader("jpg", BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), BinaryPrimitives.ReadUInt16BigEndian(segment[1..]));
            }

            file.Position += size - 2;
        }

        return null;
    }
}
