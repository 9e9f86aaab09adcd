namespace MediaFlows.Simulator.Tencent.State;

/// <summary>An upload that was applied for, with the temporary certificate that writes its objects.</summary>
public sealed class SimUpload
{
    /// <summary>Key that commits it.</summary>
    public required string SessionKey { get; init; }

    /// <summary>Sub-application.</summary>
    public required long SubAppId { get; init; }

    /// <summary>FileId that the commit gives out.</summary>
    public required string FileId { get; init; }

    /// <summary>Request as it came.</summary>
    public required System.Text.Json.Nodes.JsonObject Request { get; init; }

    /// <summary>Path of the media.</summary>
    public required string MediaPath { get; init; }

    /// <summary>Path of the cover, or null.</summary>
    public string? CoverPath { get; init; }

    /// <summary>Id of the temporary key.</summary>
    public required string SecretId { get; init; }

    /// <summary>Temporary key.</summary>
    public required string SecretKey { get; init; }

    /// <summary>Token that goes with it.</summary>
    public required string Token { get; init; }

    /// <summary>UTC time after which it is refused.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>True once it was committed; committing again returns the same media.</summary>
    public bool Committed { get; set; }

    /// <summary>True when the certificate may write <paramref name="path"/>: the announced objects and segments beside them.</summary>
    public bool Covers(string path) => path == MediaPath || path == CoverPath || path.StartsWith(
        MediaPath[..(MediaPath.LastIndexOf('/') + 1)],
        StringComparison.Ordinal);
}
