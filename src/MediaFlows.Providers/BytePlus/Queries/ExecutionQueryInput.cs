using System.ComponentModel;

namespace MediaFlows.Providers.BytePlus.Queries;

/// <summary>Input of <c>byteplus.execution</c>.</summary>
public sealed record ExecutionQueryInput
{
    /// <summary>The run.</summary>
    [Description("The RunId of an enhancement.")]
    public required string RunId { get; init; }

    /// <summary>Space to name where the provider names none.</summary>
    [Description("BytePlus VOD space; VOD_SPACE_NAME when absent.")]
    public string? Space { get; init; }
}
