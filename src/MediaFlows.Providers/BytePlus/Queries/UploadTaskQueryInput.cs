using System.ComponentModel;

namespace MediaFlows.Providers.BytePlus.Queries;

/// <summary>Input of <c>byteplus.upload-task</c>.</summary>
public sealed record UploadTaskQueryInput
{
    /// <summary>At most 20 job ids, joined by commas.</summary>
    [Description("Job ids of URL pulls, joined by commas; at most 20.")]
    public required string JobIds { get; init; }
}
