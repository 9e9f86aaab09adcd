using System.ComponentModel;

namespace MediaFlows.Providers.BytePlus.Queries;

/// <summary>Input of <c>byteplus.play-url</c>.</summary>
public sealed record PlayUrlQueryInput
{
    /// <summary>Path in the space (<c>FileName</c> or <c>DirectUrl</c> of an output).</summary>
    [Description("Path in the space: FileName or DirectUrl of an output.")]
    public required string FileName { get; init; }

    /// <summary>Space; default <c>VOD_SPACE_NAME</c>.</summary>
    [Description("BytePlus VOD space; VOD_SPACE_NAME when absent.")]
    public string? Space { get; init; }
}
