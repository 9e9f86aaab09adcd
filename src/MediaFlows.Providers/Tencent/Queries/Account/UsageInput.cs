using System.ComponentModel;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Account;

/// <summary>Input of <c>tencent.aigc-token-usage</c>.</summary>
public sealed record UsageInput : TencentInput
{
    /// <summary>Kind of usage.</summary>
    [Description("Text, Image or Video.")]
    public string? Type { get; init; }

    /// <summary>Start: a date (China Standard Time) or ISO 8601; 30 days ago when absent.</summary>
    [Description("Start: a date or ISO 8601; 30 days ago when absent.")]
    public string? Start { get; init; }

    /// <summary>End: a date (China Standard Time) or ISO 8601; today when absent.</summary>
    [Description("End: a date or ISO 8601; today when absent.")]
    public string? End { get; init; }
}
