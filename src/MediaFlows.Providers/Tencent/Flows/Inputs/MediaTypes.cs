namespace MediaFlows.Providers.Tencent.Flows.Inputs;

/// <summary>Extensions that the service takes, and the names of media.</summary>
public static class MediaTypes
{
    // The document's list, and what the service takes beyond it.
    private static readonly string[] Documented =
    [
        "mp4", "flv", "avi", "mkv", "mov", "wmv", "webm", "ts", "m3u8", "mpg", "mpeg", "mp3", "aac", "flac", "wav", "ogg", "m4a", "wma", "jpg", "jpeg", "png", "gif", "bmp", "webp",
    ];

    private static readonly HashSet<string> Known = new(Documented, StringComparer.Ordinal)
    {
        "rm", "3gp", "rmvb", "asf", "wm", "asx", "ram", "mpe", "vob", "dat", "mp4v", "m4v", "f4v", "mxf", "qt", "ra", "amr", "mpd",
    };

    private static readonly HashSet<string> Covers = new(StringComparer.Ordinal) { "jpg", "jpeg", "png", "gif", "bmp", "tiff", "ai", "cdr", "eps", "tif", "heif", "webp" };

    /// <summary>The documented extensions, for messages.</summary>
    public static string List => string.Join(' ', Documented);

    /// <summary>Extension in lower case without its dot.</summary>
    public static string Of(string name) => Plain(Path.GetExtension(name));

    /// <summary>A type as people write it, in lower case without a dot.</summary>
    public static string Plain(string type) => type.TrimStart('.').ToLowerInvariant();

    /// <summary>Name without extension.</summary>
    public static string NameOf(string name) => Path.GetFileNameWithoutExtension(name);

    /// <summary>True for an extension that can be uploaded.</summary>
    public static bool IsKnown(string type) => Known.Contains(type);

    /// <summary>True for an extension that a cover may have.</summary>
    public static bool IsCover(string type) => Covers.Contains(type);

    /// <summary>True for playlists, which are uploaded with the files that they name.</summary>
    public static bool IsManifest(string type) => type is "m3u8" or "mpd";
}
