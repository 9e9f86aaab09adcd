using System.ComponentModel;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Input of <c>oss.process</c>.</summary>
public sealed record OssProcessInput : OssSourceInput
{
    /// <summary>Operations in order, each <c>name:key=value,key=value</c>.</summary>
    [Description("Operations in order, each name:key=value,key=value (resize:w=600).")]
    public IReadOnlyList<string>? Operations { get; init; }

    /// <summary>What becomes of the result.</summary>
    [Description("What becomes of the result: url (a signed link, default), download (needs outputPath), save (needs targetKey).")]
    public OssOutputMode? OutputMode { get; init; }

    /// <summary>Where a download goes. A name that ends with a slash is a folder.</summary>
    [Description("Where a download goes: a name in media storage or a file.")]
    public MediaSource? OutputPath { get; init; }

    /// <summary>Key that a saved result gets.</summary>
    [Description("Key that a saved result gets.")]
    public string? TargetKey { get; init; }

    /// <summary>Bucket of a saved result, of the same account and region; the source's when absent.</summary>
    [Description("Bucket of a saved result; the source's when absent.")]
    public string? TargetBucket { get; init; }

    /// <summary>Lifetime of a signed URL in seconds, 1 to 604800; 3600 when absent.</summary>
    [Description("Lifetime of a signed URL in seconds; 3600 when absent.")]
    public int? Expires { get; init; }

    /// <summary>Reads the properties of a saved result and compares them with what was asked for.</summary>
    [Description("Read a saved result's properties and compare them with what was asked for.")]
    public bool? Verify { get; init; }
}
