namespace MediaFlows.Core.Flows;

/// <summary>What the operator said when an ended instance was resumed or retried.</summary>
public sealed record ResumeDecision
{
    /// <summary>The provider job to adopt for a submit whose outcome was unknown.</summary>
    public string? JobId { get; init; }

    /// <summary>True to submit again although the first submit may have been carried out and charged.</summary>
    public bool Resubmit { get; init; }

    /// <summary>Free text for the history.</summary>
    public string? Reason { get; init; }
}
