using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Flows;

/// <summary>
/// Thrown inside a flow once cancellation was asked for: by every wait that is pending and by every later call
/// that is not marked <see cref="ActivityOptions.RunWhenCancelled"/>. A flow may catch it to cancel upstream, and lets it go on.
/// </summary>
public sealed class FlowCancelledException : FlowException
{
    /// <summary>Carries the reason the operator gave.</summary>
    public FlowCancelledException(string? reason)
        : base(new FlowError(ErrorCodes.Cancelled, string.IsNullOrEmpty(reason) ? "The flow was cancelled." : $"The flow was cancelled: {reason}"))
        => Reason = reason;

    /// <summary>The reason given, or null.</summary>
    public string? Reason { get; }
}
