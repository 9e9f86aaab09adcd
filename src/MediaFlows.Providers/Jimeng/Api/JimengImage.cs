using MediaFlows.Core.Media;

namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>An input image as it was when it was checked.</summary>
/// <param name="Source">Where it is read from.</param>
/// <param name="Length">Bytes.</param>
public sealed record JimengImage(MediaSource Source, long Length)
{
    /// <summary>Version of the content, or null where the source has none. Another version is not sent.</summary>
    public string? Version { get; init; }
}
