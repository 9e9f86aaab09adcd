namespace MediaFlows.Providers.MediaFormats;

/// <summary>Still image formats that are recognised by their first bytes.</summary>
public enum ImageFormat
{
    /// <summary>JPEG (JFIF, Exif and plain).</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,
}
