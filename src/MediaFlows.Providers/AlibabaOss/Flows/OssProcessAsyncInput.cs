using System.ComponentModel;
using MediaFlows.Core.Media;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Input of <c>oss.process-async</c>.</summary>
public sealed record OssProcessAsyncInput : OssSourceInput
{
    /// <summary>The one asynchronous operation.</summary>
    [Description("One asynchronous operation, for example video/convert:f=mp4,vcodec=h264.")]
    public IReadOnlyList<string>? Operations { get; init; }

    /// <summary>Key that the result gets; for <c>video/snapshots</c> without an extension.</summary>
    [Description("Key that the result gets; without an extension for video/snapshots.")]
    public string? TargetKey { get; init; }

    /// <summary>Bucket of the result, of the same account and region; the source's when absent.</summary>
    [Description("Bucket of the result; the source's when absent.")]
    public string? TargetBucket { get; init; }

    /// <summary>When given, the result is also downloaded there; all frames of <c>video/snapshots</c> into a folder.</summary>
    [Description("Where the result is also downloaded to: a name in media storage or a file; a folder for video/snapshots.")]
    public MediaSource? OutputPath { get; init; }

    /// <summary>How long to wait for the job, in seconds; 600 when absent.</summary>
    [Description("How long to wait for the job in seconds; ALIBABA_CLOUD_ASYNC_TIMEOUT_SECONDS or 600 when absent.")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Seconds between status calls; 5 when absent.</summary>
    [Description("Seconds between status calls; 5 when absent.")]
    public int? PollIntervalSeconds { get; init; }

    /// <summary>False returns right after the submit.</summary>
    [Description("False returns right after the submit.")]
    public bool? Wait { get; init; }

    /// <summary>Reads the properties of the result and compares them with what was asked for.</summary>
    [Description("Read the result's properties and compare them with what was asked for.")]
    public bool? Verify { get; init; }

    /// <summary>How inputs of a <c>concat</c> that differ are aligned.</summary>
    [Description("How inputs of a concat that differ are aligned: first, second or custom.")]
    public OssAlignment? Alignment { get; init; }

    /// <summary>What happens when the submit was sent and not answered.</summary>
    [Description("What happens when the submit was sent and not answered: ask (default) or resubmit, which may pay twice.")]
    public AmbiguousSubmit OnAmbiguousSubmit { get; init; }
}
