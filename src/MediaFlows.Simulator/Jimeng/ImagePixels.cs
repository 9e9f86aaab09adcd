namespace MediaFlows.Simulator.Jimeng;

/// <summary>Size of a JPEG or PNG, read independently of any client.</summary>
internal static class ImagePixels
{
    public static (int Width, int Height)? Of(byte[] image)
    {
        if (image.Length > 24 && image[0] == 0x89 && image[1] == 'P') return (Big(image, 16, 4), Big(image, 20, 4));
        if (image.Length < 4 || image[0] != 0xFF || image[1] != 0xD8) return null;
        var at = 2;
        while (at + 9 < image.Length && image[at] == 0xFF)
        {
            var marker = image[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return (Big(image, at + 7, 2), Big(image, at + 5, 2));
            // A second FF is a fill byte; anything else is a segment to skip.
            at += marker == 0xFF ? 1 : 2 + Big(image, at + 2, 2);
        }

        return null;
    }

    private static int Big(byte[] bytes, int at, int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++) value = (value << 8) | bytes[at + i];
        return value;
    }
}
