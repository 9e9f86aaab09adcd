namespace MediaFlows.Simulator.Tencent.State;

/// <summary>One media file of the library.</summary>
public sealed record SimMedia
{
    /// <summary>Id.</summary>
    public required string FileId { get; init; }

    /// <summary>Sub-application it belongs to.</summary>
    public required long SubAppId { get; init; }

    /// <summary>Name without extension.</summary>
    public required string Name { get; init; }

    /// <summary>Extension without dot.</summary>
    public required string Type { get; init; }

    /// <summary>Path in storage.</summary>
    public required string StoragePath { get; init; }

    /// <summary>Address.</summary>
    public required string Url { get; init; }

    /// <summary>Address of the cover, or empty.</summary>
    public string CoverUrl { get; init; } = "";

    /// <summary>Class.</summary>
    public long ClassId { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>How it came: <c>Upload</c>, <c>VideoProcessing</c>.</summary>
    public string SourceType { get; init; } = "Upload";

    /// <summary>Tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>UTC time of creation.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary><c>Video</c>, <c>Audio</c> or <c>Image</c>, by the extension.</summary>
    public string Category => Type.ToLowerInvariant() switch
    {
        "mp3" or "aac" or "flac" or "wav" or "ogg" or "m4a" or "wma" => "Audio",
        "jpg" or "jpeg" or "png" or "gif" or "bmp" or "webp" => "Image",
        _ => "Video",
    };
}
