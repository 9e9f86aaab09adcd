using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Flows;

/// <summary>An activity or a sub-flow failed. The flow may catch it; uncaught, it fails the flow, and retry runs just the named tasks again.</summary>
public sealed class FlowTaskFailedException : FlowException
{
    /// <summary>One failed task.</summary>
    public FlowTaskFailedException(string taskName, int taskId, FlowError error)
        : this(taskName, [taskId], error)
    {
    }

    /// <summary>Several failed tasks that were awaited together; <paramref name="error"/> is the first one's.</summary>
    public FlowTaskFailedException(string taskName, IReadOnlyList<int> taskIds, FlowError error)
        : base(error)
    {
        TaskName = taskName;
        TaskIds = taskIds;
    }

    /// <summary>Name of the activity or flow.</summary>
    public string TaskName { get; }

    /// <summary>How the sub-orchestration ended; null for an activity.</summary>
    public FlowOutcome? Outcome { get; init; }

    /// <summary>The host's ids of the failed tasks; a retry runs these again.</summary>
    public IReadOnlyList<int> TaskIds { get; }
}
