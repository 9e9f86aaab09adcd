namespace MediaFlows.Core.Flows;

/// <summary>How a sub-orchestration is started.</summary>
public sealed record SubFlowOptions
{
    /// <summary>The child's instance id; null derives one from the parent's id and the call's position.</summary>
    public string? InstanceId { get; init; }

    /// <summary>
    /// Set to go on with the ended child of <see cref="InstanceId"/> instead of starting one: it is resumed or retried with this decision,
    /// and the call completes with its new end.
    /// </summary>
    public ResumeDecision? Resume { get; init; }

    /// <summary>The child's flow version; null takes the catalog's current one.</summary>
    public string? Version { get; init; }

    /// <summary>The companion that is told of the child's start and of every end (<c>mediaflows.notify</c>), or null.</summary>
    public string? NotifyInstanceId { get; init; }

    /// <summary>True to start the child although the parent is being cancelled.</summary>
    public bool RunWhenCancelled { get; init; }
}
