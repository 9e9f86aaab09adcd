namespace MediaFlows.Core.Errors;

/// <summary>
/// The request was sent (or may have been), and no answer came back: nobody knows whether the provider carried it out.
/// Thrown by provider clients so that the submission ledger can tell this from a refusal.
/// </summary>
public sealed class OutcomeUnknownException : FlowException
{
    /// <summary>Names the call whose outcome is unknown.</summary>
    public OutcomeUnknownException(FlowError error, Exception? inner = null)
        : base(error, inner)
    {
    }
}
