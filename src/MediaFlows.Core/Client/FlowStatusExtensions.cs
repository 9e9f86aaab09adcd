namespace MediaFlows.Core.Client;

/// <summary>What a status means.</summary>
public static class FlowStatusExtensions
{
    /// <summary>True when the instance runs no more by itself.</summary>
    public static bool IsEnded(this FlowStatus status) => status is not (FlowStatus.Pending or FlowStatus.Running or FlowStatus.Suspended);

    /// <summary>The Durable Functions runtime status of the same meaning (<c>Running</c>, <c>Failed</c>, …).</summary>
    public static string ToRuntimeStatus(this FlowStatus status) => status switch
    {
        FlowStatus.TimedOut or FlowStatus.NeedsAttention => "Failed",
        FlowStatus.Cancelled => "Canceled",
        _ => status.ToString(),
    };
}
