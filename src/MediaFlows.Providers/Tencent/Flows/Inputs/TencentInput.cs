using System.ComponentModel;

namespace MediaFlows.Providers.Tencent.Flows.Inputs;

/// <summary>What every operation takes.</summary>
public abstract record TencentInput
{
    /// <summary>Sub-application; absent takes TENCENTCLOUD_VOD_SUB_APP_ID, then the main application.</summary>
    [Description("Sub-application id; TENCENTCLOUD_VOD_SUB_APP_ID when absent.")]
    public long? SubAppId { get; init; }

    /// <summary>Name of the sub-application, looked up; not together with <see cref="SubAppId"/>.</summary>
    [Description("Name of the sub-application, looked up; not together with an id.")]
    public string? AppName { get; init; }

    /// <summary>Region of the call; absent takes TENCENTCLOUD_REGION, then ap-guangzhou.</summary>
    [Description("Region; TENCENTCLOUD_REGION or ap-guangzhou when absent.")]
    public string? Region { get; init; }
}
