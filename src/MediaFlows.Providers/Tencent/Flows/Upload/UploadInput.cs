using System.ComponentModel;
using MediaFlows.Core.Media;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Upload;

/// <summary>Input of <c>tencent.upload</c>.</summary>
public sealed record UploadInput : TencentInput
{
    /// <summary>The file: on the host, or in media storage.</summary>
    [Description("The file to upload: on the host, or in media storage.")]
    public MediaSource? Source { get; init; }

    /// <summary>Name in the library; the file's name without extension when absent.</summary>
    [Description("Name in the library; the file's name when absent.")]
    public string? MediaName { get; init; }

    /// <summary>Extension without dot; the file's when absent.</summary>
    [Description("Type such as mp4; the file's extension when absent.")]
    public string? MediaType { get; init; }

    /// <summary>A picture as cover.</summary>
    [Description("A picture as cover.")]
    public MediaSource? Cover { get; init; }

    /// <summary>Extension of the cover without dot; the file's when absent.</summary>
    [Description("Type of the cover; the file's extension when absent.")]
    public string? CoverType { get; init; }

    /// <summary>Class in the library; 0 when absent.</summary>
    [Description("Class in the library; 0 when absent.")]
    public long? ClassId { get; init; }

    /// <summary>Task flow that the service runs on the media after the upload; it may be charged.</summary>
    [Description("Task flow that the service runs afterwards.")]
    public string? Procedure { get; init; }

    /// <summary>When the media is deleted, ISO 8601.</summary>
    [Description("When the media is deleted, ISO 8601.")]
    public string? ExpireTime { get; init; }

    /// <summary>Storage region, such as <c>ap-chongqing</c>.</summary>
    [Description("Storage region.")]
    public string? StorageRegion { get; init; }

    /// <summary>Echoed with the media, at most 250 characters.</summary>
    [Description("Echoed with the media, at most 250 characters.")]
    public string? SourceContext { get; init; }

    /// <summary>Parts sent at a time, 1 to 20; 3 when absent.</summary>
    [Description("Parts sent at a time, 1 to 20; 3 when absent.")]
    public int? ConcurrentUploadNumber { get; init; }

    /// <summary>Path in storage with its leading slash, for sub-applications in fileid+path mode.</summary>
    [Description("Path in storage, for sub-applications that allow it.")]
    public string? MediaStoragePath { get; init; }

    /// <summary>The file as it was found. Filled in by preparation.</summary>
    [Description("Filled in by preparation.")]
    public PendingMedia? MediaFacts { get; init; }

    /// <summary>The cover as it was found. Filled in by preparation.</summary>
    [Description("Filled in by preparation.")]
    public PendingMedia? CoverFacts { get; init; }
}
