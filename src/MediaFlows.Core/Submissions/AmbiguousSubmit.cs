namespace MediaFlows.Core.Submissions;

/// <summary>Policy for a charged submit whose outcome is unknown at a provider that neither deduplicates nor can be asked.</summary>
public enum AmbiguousSubmit
{
    /// <summary>End <see cref="Flows.FlowOutcome.NeedsAttention"/> and let a person decide.</summary>
    Ask,

    /// <summary>Submit again, at most twice by itself; the job may be paid more than once. Chosen explicitly, never a default.</summary>
    Resubmit,
}
