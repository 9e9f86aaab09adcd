using MediaFlows.Core.Progress;

namespace MediaFlows.Core.Activities;

/// <summary>What an activity knows of its call.</summary>
public class ActivityContext
{
    /// <summary>Id of the calling instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Catalog name of the activity.</summary>
    public required string ActivityName { get; init; }

    /// <summary>1-based number of this try, as the flow's retry policy counts.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>W3C <c>traceparent</c> of the call, or null.</summary>
    public string? TraceParent { get; init; }

    /// <summary>W3C <c>tracestate</c> that belongs to <see cref="TraceParent"/>, or null.</summary>
    public string? TraceState { get; init; }

    /// <summary>Shows live progress (bytes sent). Best effort: not durable, and dropped where the host cannot carry it.</summary>
    public virtual void Report(FlowProgress progress)
    {
    }
}
