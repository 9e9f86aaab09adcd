namespace MediaFlows.Storage.Media;

/// <summary>Media types by file extension, for what comes without one.</summary>
internal static class MediaTypes
{
    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = "video/mp4", [".m4v"] = "video/mp4", [".mov"] = "video/quicktime", [".mkv"] = "video/x-matroska", [".webm"] = "video/webm",
        [".avi"] = "video/x-msvideo", [".flv"] = "video/x-flv", [".ts"] = "video/mp2t", [".mpg"] = "video/mpeg", [".mpeg"] = "video/mpeg",
        [".wmv"] = "video/x-ms-wmv", [".3gp"] = "video/3gpp", [".m3u8"] = "application/vnd.apple.mpegurl", [".mpd"] = "application/dash+xml",
        [".mp3"] = "audio/mpeg", [".m4a"] = "audio/mp4", [".aac"] = "audio/aac", [".wav"] = "audio/wav", [".flac"] = "audio/flac", [".ogg"] = "audio/ogg",
        [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".png"] = "image/png", [".webp"] = "image/webp", [".gif"] = "image/gif",
        [".bmp"] = "image/bmp", [".heic"] = "image/heic", [".avif"] = "image/avif", [".svg"] = "image/svg+xml",
        [".json"] = "application/json", [".jsonl"] = "application/jsonl", [".csv"] = "text/csv", [".txt"] = "text/plain", [".srt"] = "application/x-subrip",
        [".vtt"] = "text/vtt", [".pdf"] = "application/pdf", [".zip"] = "application/zip", [".gz"] = "application/gzip",
    };

    /// <summary>The type of a file of this name, or null.</summary>
    public static string? Of(string name) => ByExtension.GetValueOrDefault(Path.GetExtension(name));
}
