using System.ComponentModel;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Account;

/// <summary>Input of <c>tencent.describe-sub-app-ids</c>.</summary>
public sealed record SubAppsInput : TencentInput
{
    /// <summary>Part of the name.</summary>
    [Description("Part of the name.")]
    public string? Name { get; init; }

    /// <summary>Tags as KEY=VALUE; all must hold.</summary>
    [Description("Tags as KEY=VALUE; all must hold.")]
    public IReadOnlyList<string>? Tag { get; init; }

    /// <summary>First one, from 0.</summary>
    [Description("First one, from 0.")]
    public int? Offset { get; init; }

    /// <summary>Number, 1 to 200; 200 when absent.</summary>
    [Description("Number, 1 to 200; 200 when absent.")]
    public int? Limit { get; init; }
}
