namespace MediaFlows.Core.Client;

/// <summary>Where an instance stands; the same words on both hosts.</summary>
public enum FlowStatus
{
    /// <summary>Accepted, first turn not run yet.</summary>
    Pending,

    /// <summary>Running or waiting.</summary>
    Running,

    /// <summary>Suspended by an operator.</summary>
    Suspended,

    /// <summary>Ended with an output.</summary>
    Completed,

    /// <summary>Ended with an error; can be retried.</summary>
    Failed,

    /// <summary>Ended waiting for a provider job; can be resumed.</summary>
    TimedOut,

    /// <summary>Ended by cooperative cancellation.</summary>
    Cancelled,

    /// <summary>Stopped hard.</summary>
    Terminated,

    /// <summary>Ended until a person decides about a paid call.</summary>
    NeedsAttention,
}
