using MediaFlows.Core.Media;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Bytes to send: a whole source or a range of it.</summary>
/// <param name="Place">Bucket and region.</param>
/// <param name="Key">Target key.</param>
/// <param name="Source">Where the bytes come from.</param>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Version">Version of the source that was inspected; another one is refused with <c>MF3010</c>.</param>
public sealed record SendInput(OssPlace Place, string Key, MediaSource Source, long Offset, long Length, string? Version)
{
    /// <summary>Media type of a whole object.</summary>
    public string ContentType { get; init; } = "application/octet-stream";

    /// <summary>Upload that a part belongs to.</summary>
    public string? UploadId { get; init; }

    /// <summary>1-based part number.</summary>
    public int Number { get; init; }
}
