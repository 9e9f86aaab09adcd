using System.ComponentModel;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Upload;

/// <summary>Input of <c>tencent.pull-upload</c>.</summary>
public sealed record PullUploadInput : TaskInput
{
    /// <summary>The link that the service fetches; HLS is accepted, DASH is not.</summary>
    [Description("The link that the service fetches.")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? Url { get; init; }

    /// <summary>Extension without dot; the link's when absent.</summary>
    [Description("Type such as mp4; the link's extension when absent.")]
    public string? MediaType { get; init; }

    /// <summary>Name in the library.</summary>
    [Description("Name in the library.")]
    public string? MediaName { get; init; }

    /// <summary>Link of a cover: gif, jpeg or png.</summary>
    [Description("Link of a cover: gif, jpeg or png.")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? CoverUrl { get; init; }

    /// <summary>Task flow that the service runs on the media afterwards; it may be charged.</summary>
    [Description("Task flow that the service runs afterwards.")]
    public string? Procedure { get; init; }

    /// <summary>When the media is deleted, ISO 8601.</summary>
    [Description("When the media is deleted, ISO 8601.")]
    public string? ExpireTime { get; init; }

    /// <summary>Storage region.</summary>
    [Description("Storage region.")]
    public string? StorageRegion { get; init; }

    /// <summary>Class in the library; 0 when absent.</summary>
    [Description("Class in the library; 0 when absent.")]
    public long? ClassId { get; init; }

    /// <summary>Echoed with the media, at most 250 characters.</summary>
    [Description("Echoed with the media, at most 250 characters.")]
    public string? SourceContext { get; init; }

    /// <summary>Path in storage, for sub-applications in fileid+path mode.</summary>
    [Description("Path in storage, for sub-applications that allow it.")]
    public string? MediaStoragePath { get; init; }
}
