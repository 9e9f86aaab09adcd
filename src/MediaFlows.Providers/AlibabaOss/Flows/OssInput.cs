using System.ComponentModel;
using System.Text.Json.Serialization;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Providers.AlibabaOss.Signing;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Where a flow works; members of every OSS flow's input.</summary>
public abstract record OssInput
{
    /// <summary>Bucket; the setting <c>ALIBABA_CLOUD_OSS_BUCKET</c> when absent.</summary>
    [Description("Bucket; ALIBABA_CLOUD_OSS_BUCKET when absent.")]
    public string? Bucket { get; init; }

    /// <summary>Region such as <c>cn-hangzhou</c>; the setting <c>ALIBABA_CLOUD_OSS_REGION</c> when absent.</summary>
    [Description("Region such as cn-hangzhou; ALIBABA_CLOUD_OSS_REGION when absent.")]
    public string? Region { get; init; }

    /// <summary>OSS endpoint with its scheme; derived from the region when absent.</summary>
    [Description("OSS endpoint; derived from the region when absent.")]
    public string? Endpoint { get; init; }

    /// <summary>IMM endpoint; derived from the region when absent.</summary>
    [Description("IMM endpoint; derived from the region when absent.")]
    public string? ImmEndpoint { get; init; }

    /// <summary>Signature of OSS requests and URLs, <c>v4</c> (default) or <c>v1</c>.</summary>
    [Description("Signature version: v4 (default) or v1.")]
    public OssSignatureVersion? Signature { get; init; }

    /// <summary>The place, once prepared.</summary>
    internal OssPlace Place() => new(Bucket!, Region!, Endpoint, ImmEndpoint, Signature ?? OssSignatureVersion.V4);
}
