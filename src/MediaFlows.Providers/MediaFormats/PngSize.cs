using System.Buffers.Binary;

namespace MediaFlows.Providers.MediaFormats;

/// <summary>Reads the size from a PNG's first chunk, which is always <c>IHDR</c>.</summary>
internal static class PngSize
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static async Task<ImageHeader?> ReadAsync(HeaderBytes bytes, CancellationToken cancellationToken)
    {
        var start = await bytes.TakeAsync(24, cancellationToken);
        if (!start.AsSpan(0, 8).SequenceEqual(Signature) || !start.AsSpan(12, 4).SequenceEqual("IHDR"u8)) return null;
        var width = BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(16));
        var height = BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(20));
        return width is 0 or > int.MaxValue || height is 0 or > int.MaxValue ? null : new ImageHeader(ImageFormat.Png, (int)width, (int)height);
    }
}
