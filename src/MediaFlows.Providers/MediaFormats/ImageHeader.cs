namespace MediaFlows.Providers.MediaFormats;

/// <summary>What the first bytes of an image tell, read without decoding it.</summary>
/// <param name="Format">The format by content, whatever the file is named.</param>
/// <param name="Width">Width in pixels as stored; an Exif rotation is not applied.</param>
/// <param name="Height">Height in pixels as stored.</param>
public sealed record ImageHeader(ImageFormat Format, int Width, int Height)
{
    /// <summary>Longest stretch that is read before giving up, in bytes: metadata (Exif, colour profiles) stands before a JPEG's size.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>Reads the header from the start of <paramref name="content"/>; null when it is neither a JPEG nor a PNG, or damaged.</summary>
    public static async Task<ImageHeader?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = new HeaderBytes(content, MostBytes);
        try
        {
            return await bytes.PeekAsync(2, cancellationToken) switch
            {
                [0xFF, 0xD8] => await JpegSize.ReadAsync(bytes, cancellationToken),
                [0x89, 0x50] => await PngSize.ReadAsync(bytes, cancellationToken),
                _ => null,
            };
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }
}
