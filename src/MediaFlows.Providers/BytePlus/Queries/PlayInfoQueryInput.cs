using System.ComponentModel;

namespace MediaFlows.Providers.BytePlus.Queries;

/// <summary>Input of <c>byteplus.play-info</c>.</summary>
public sealed record PlayInfoQueryInput
{
    /// <summary>Asset id; a <c>vid://</c> prefix is taken off.</summary>
    [Description("The asset id.")]
    public required string Vid { get; init; }
}
