using System.Buffers.Binary;

namespace MediaFlows.Providers.MediaFormats;

/// <summary>Finds the size in a JPEG: segments are skipped up to the first frame header (SOF0 to SOF15 but the three markers that are none).</summary>
internal static class JpegSize
{
    public static async Task<ImageHeader?> ReadAsync(HeaderBytes bytes, CancellationToken cancellationToken)
    {
        await bytes.TakeAsync(2, cancellationToken);
        while (true)
        {
            if ((await bytes.TakeAsync(1, cancellationToken))[0] != 0xFF) return null;
            byte marker;
            do marker = (await bytes.TakeAsync(1, cancellationToken))[0];
            while (marker == 0xFF);

            // Markers without a length: TEM and the restart markers.
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7)) continue;
            // Start of scan or end of image before any frame header: there is no size.
            if (marker is 0xDA or 0xD9 or 0x00) return null;

            var length = BinaryPrimitives.ReadUInt16BigEndian(await bytes.TakeAsync(2, cancellationToken));
            if (length < 2) return null;
            var segment = await bytes.TakeAsync(length - 2, cancellationToken);
            if (!IsFrame(marker)) continue;
            if (segment.Length < 5) return null;
            var height = BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(1));
            var width = BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(3));
            return width == 0 || height == 0 ? null : new ImageHeader(ImageFormat.Jpeg, width, height);
        }
    }

    // C4 defines Huffman tables, C8 is reserved, CC defines arithmetic coding.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
