namespace MediaFlows.Core.Flows;

/// <summary>How an instance ended; the same on both hosts.</summary>
public enum FlowOutcome
{
    /// <summary>It returned an output.</summary>
    Completed,

    /// <summary>It failed; retry starts again at the failed step.</summary>
    Failed,

    /// <summary>The wait for a provider job reached its limit; resume goes on waiting for the same job and never submits again.</summary>
    TimedOut,

    /// <summary>It was cancelled and stopped by its own code.</summary>
    Cancelled,

    /// <summary>A charged submit has an unknown outcome, or a charge limit is reached: a person or a policy decides.</summary>
    NeedsAttention,
}
