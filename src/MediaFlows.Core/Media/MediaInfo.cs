namespace MediaFlows.Core.Media;

/// <summary>What is known of a media source before it is read.</summary>
/// <param name="Name">File name without directories.</param>
/// <param name="Length">Bytes, or null where a server does not say.</param>
/// <param name="ContentType">Media type, or null.</param>
/// <param name="Version">Changes when the content changes (ETag, or time and length), or null. Activities compare it so that one upload never mixes two files.</param>
public sealed record MediaInfo(string Name, long? Length, string? ContentType, string? Version)
{
    /// <summary>The extension with its dot in lower case, or an empty string.</summary>
    public string Extension => Path.GetExtension(Name).ToLowerInvariant();
}
