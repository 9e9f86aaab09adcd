using System.ComponentModel;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Input of <c>oss.imm-setup</c>.</summary>
public sealed record OssImmSetupInput : OssInput
{
    /// <summary>True also adds lifecycle rules that remove temporary objects after a day, for what a hard stop may leave.</summary>
    [Description("Also add lifecycle rules that remove temporary objects after a day.")]
    public bool? TempCleanup { get; init; }
}
