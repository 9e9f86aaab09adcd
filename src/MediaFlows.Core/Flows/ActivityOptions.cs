namespace MediaFlows.Core.Flows;

/// <summary>How one activity call is run.</summary>
public sealed record ActivityOptions
{
    /// <summary>The default: <see cref="FlowRetryPolicy.Default"/>, refused once cancellation was asked for.</summary>
    public static ActivityOptions Default { get; } = new();

    /// <summary>For clean-up after a cancellation or failure.</summary>
    public static ActivityOptions CleanUp { get; } = new() { RunWhenCancelled = true };

    /// <summary>When it is tried again.</summary>
    public FlowRetryPolicy Retry { get; init; } = FlowRetryPolicy.Default;

    /// <summary>True for calls that must run although the flow is being cancelled.</summary>
    public bool RunWhenCancelled { get; init; }
}
