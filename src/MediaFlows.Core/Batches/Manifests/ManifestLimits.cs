namespace MediaFlows.Core.Batches.Manifests;

/// <summary>What a manifest may hold; more is refused, so that a wrong or hostile file cannot fill the host.</summary>
public static class ManifestLimits
{
    /// <summary>Most items.</summary>
    public const int Items = 1_000_000;

    /// <summary>Most characters of one line (a CSV record may span lines and counts as one).</summary>
    public const int LineLength = 256 * 1024;

    /// <summary>Most characters of an item's key.</summary>
    public const int KeyLength = 256;

    /// <summary>Deepest nesting of an item.</summary>
    public const int Depth = 32;

    /// <summary>Most bytes after decompression: 4 GiB.</summary>
    public const long Bytes = 4L * 1024 * 1024 * 1024;
}
