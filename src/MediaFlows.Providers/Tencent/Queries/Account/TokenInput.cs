using System.ComponentModel;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Account;

/// <summary>Input of the token look-ups.</summary>
public sealed record TokenInput : TencentInput
{
    /// <summary>The token to delete.</summary>
    [Description("The token (delete).")]
    [Sensitive]
    public string? ApiToken { get; init; }

    /// <summary>True to create a token although one is configured.</summary>
    [Description("True to create a token although one is configured (create).")]
    public bool? Replace { get; init; }
}
