using System.ComponentModel;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Await;

/// <summary>Input of <c>tencent.await-task</c>.</summary>
public sealed record AwaitTaskInput : TencentInput
{
    /// <summary>TaskId.</summary>
    [Description("Id of the task.")]
    public string? TaskId { get; init; }

    /// <summary>Longest wait in seconds; 600 when absent.</summary>
    [Description("Longest wait in seconds; 600 when absent.")]
    public int? MaxWait { get; init; }

    /// <summary>Seconds between two looks; 5 when absent.</summary>
    [Description("Seconds between two looks; 5 when absent.")]
    public int? Interval { get; init; }
}
