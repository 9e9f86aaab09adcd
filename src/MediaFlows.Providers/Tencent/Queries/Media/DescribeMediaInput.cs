using System.ComponentModel;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Media;

/// <summary>Input of <c>tencent.describe-media</c>.</summary>
public sealed record DescribeMediaInput : TencentInput
{
    /// <summary>Ids, 1 to 20.</summary>
    [Description("Ids of media, 1 to 20.")]
    public IReadOnlyList<string>? FileId { get; init; }

    /// <summary>Parts of the description; all when absent.</summary>
    [Description("Parts of the description such as basicInfo and metaData; all when absent.")]
    public IReadOnlyList<string>? Filters { get; init; }
}
