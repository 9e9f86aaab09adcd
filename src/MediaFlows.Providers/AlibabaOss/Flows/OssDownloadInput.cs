using System.ComponentModel;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Input of <c>oss.download</c>.</summary>
public sealed record OssDownloadInput : OssInput
{
    /// <summary>Key of the object.</summary>
    [Description("Key of the object.")]
    public string? Source { get; init; }

    /// <summary>Refused: a download reads from the bucket. Named here so that the mistake is explained.</summary>
    [Description("Not for downloads; use source.")]
    public MediaSource? Uri { get; init; }

    /// <summary>Where it goes: media storage or a file. A name that ends with a slash is a folder.</summary>
    [Description("Where it goes: a name in media storage or a file; a trailing slash means a folder.")]
    public MediaSource? OutputPath { get; init; }
}
