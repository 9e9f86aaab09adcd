using System.ComponentModel;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Input of <c>oss.blindwatermark-extract</c>.</summary>
public sealed record OssExtractInput : OssSourceInput
{
    /// <summary>Strength that the watermark was embedded with: low, medium or high.</summary>
    [Description("Strength that the watermark was embedded with: low, medium or high.")]
    public string? Strength { get; init; }

    /// <summary>Extraction model: FFT, FFT_FULL, DWT or DWT_IBG.</summary>
    [Description("Extraction model: FFT, FFT_FULL, DWT or DWT_IBG.")]
    public string? Model { get; init; }

    /// <summary>IMM project; the setting <c>ALIBABA_CLOUD_IMM_PROJECT</c> when absent.</summary>
    [Description("IMM project; ALIBABA_CLOUD_IMM_PROJECT when absent.")]
    public string? ImmProject { get; init; }

    /// <summary>How long to wait for the task, in seconds; 600 when absent.</summary>
    [Description("How long to wait for the task in seconds; ALIBABA_CLOUD_ASYNC_TIMEOUT_SECONDS or 600 when absent.")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Seconds between status calls; 3 when absent.</summary>
    [Description("Seconds between status calls; 3 when absent.")]
    public int? PollIntervalSeconds { get; init; }

    /// <summary>What happens when the submit was sent and not answered.</summary>
    [Description("What happens when the submit was sent and not answered: ask (default) or resubmit, which may pay twice.")]
    public AmbiguousSubmit OnAmbiguousSubmit { get; init; }
}
