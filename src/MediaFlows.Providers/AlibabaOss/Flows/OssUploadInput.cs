using System.ComponentModel;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Input of <c>oss.upload</c>.</summary>
public sealed record OssUploadInput : OssInput
{
    /// <summary>What is uploaded: a URL, a name in media storage or a file.</summary>
    [Description("What is uploaded: a URL, a name in media storage or a file.")]
    public MediaSource? Uri { get; init; }

    /// <summary>Refused: an upload has no source object. Named here so that the mistake is explained.</summary>
    [Description("Not for uploads; use uri.")]
    public string? Source { get; init; }

    /// <summary>Key to store under; the file's name when absent.</summary>
    [Description("Key to store under; the file's name when absent.")]
    public string? TargetKey { get; init; }
}
