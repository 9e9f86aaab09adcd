namespace MediaFlows.Core.Submissions;

/// <summary>What a provider offers when the outcome of a submit is unknown.</summary>
public enum SubmitRecovery
{
    /// <summary>It deduplicates by client token: the same call is made again with the same token.</summary>
    SameToken,

    /// <summary>The job can be looked up (job list, media list): found, it is adopted; certainly absent, the call is made again.</summary>
    LookUp,

    /// <summary>Neither: a person or the policy decides.</summary>
    None,
}
