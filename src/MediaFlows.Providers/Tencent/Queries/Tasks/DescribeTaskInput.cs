using System.ComponentModel;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Tasks;

/// <summary>Input of <c>tencent.describe-task</c> and <c>tencent.aigc-image-query</c>.</summary>
public sealed record DescribeTaskInput : TencentInput
{
    /// <summary>TaskId; tasks are found for three days.</summary>
    [Description("Id of the task; tasks are found for three days.")]
    public string? TaskId { get; init; }
}
