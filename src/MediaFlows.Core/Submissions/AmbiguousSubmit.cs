namespace MediaFlows.Core.Submissions;

/// <summary>Policy for a charged submit whose outcome is unknown at a provider that neither deduplicates nor can be asked.</summary>
public enum AmbiguousSubmit
{
    /// <summary>End <see cref="Flows.FlowOutcome.NeedsAttention"/> and let a person decide.</summary>
    Ask,

    /// <summary>Submit again; the job may be paid twice. Chosen explicitly, never a default.</summary>
    Resubmit,
}
