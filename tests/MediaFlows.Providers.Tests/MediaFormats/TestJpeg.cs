namespace MediaFlows.Providers.Tests.MediaFormats;

/// <summary>The head of a JPEG: metadata segments, then a frame header, as cameras write it. Nothing behind it is ever read.</summary>
internal static class TestJpeg
{
    public static byte[] Head(int width, int height, int metadata = 0, byte frame = 0xC0)
    {
        using var jpeg = new MemoryStream();
        jpeg.Write([0xFF, 0xD8]);
        for (; metadata > 0; metadata -= 60_000) Segment(jpeg, 0xE1, new byte[Math.Min(metadata, 60_000)]);
        Segment(jpeg, 0xC4, new byte[30]);
        Segment(jpeg, frame, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
        jpeg.Write([0xFF, 0xDA, 0, 8, 1, 2, 3, 4, 5, 6]);
        return jpeg.ToArray();
    }

    private static void Segment(MemoryStream jpeg, byte marker, byte[] content)
    {
        var length = content.Length + 2;
        jpeg.Write([0xFF, 0xFF, marker, (byte)(length >> 8), (byte)length]);
        jpeg.Write(content);
    }
}
