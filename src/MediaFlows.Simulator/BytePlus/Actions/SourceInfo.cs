using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.BytePlus.Actions;

/// <summary>The <c>SourceInfo</c> of a media, without the stream metadata that only <c>GetMeta</c> adds.</summary>
internal static class SourceInfo
{
    public static JsonObject Of(StoredMedia media) => new()
    {
        ["FileId"] = "",
        ["Md5"] = "",
        ["FileType"] = "video",
        ["Format"] = Path.GetExtension(media.FileName).TrimStart('.').ToUpperInvariant(),
        ["Size"] = (double)media.Size,
        ["StoreUri"] = media.StoreUri,
        ["FileName"] = media.FileName,
        ["CreateTime"] = media.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["TosStorageClass"] = "STANDARD",
    };
}
