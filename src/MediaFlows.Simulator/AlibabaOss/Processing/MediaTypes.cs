namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>Media types by format word.</summary>
internal static class MediaTypes
{
    public static string Of(string format) => format switch
    {
        "jpg" or "jpeg" => "image/jpeg",
        "png" or "webp" or "bmp" or "gif" or "tiff" or "heic" or "avif" => "image/" + format,
        "mp4" => "video/mp4",
        "mkv" => "video/x-matroska",
        "mov" => "video/quicktime",
        "webm" => "video/webm",
        "ts" => "video/mp2t",
        "flv" => "video/x-flv",
        "avi" => "video/x-msvideo",
        "mp3" => "audio/mpeg",
        "aac" or "flac" or "ac3" or "amr" => "audio/" + format,
        "oga" or "opus" => "audio/ogg",
        _ => "application/octet-stream",
    };
}
