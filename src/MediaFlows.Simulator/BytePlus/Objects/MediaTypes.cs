namespace MediaFlows.Simulator.BytePlus.Objects;

/// <summary>Media types by extension, as far as uploads use them.</summary>
internal static class MediaTypes
{
    public static string Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".mp4" or ".m4v" => "video/mp4",
        ".mov" => "video/quicktime",
        ".mp3" => "audio/mpeg",
        ".m4a" => "audio/mp4",
        ".webm" => "video/webm",
        _ => "application/octet-stream",
    };
}
