namespace MediaFlows.Core.Submissions;

/// <summary>What the ledger knows of one charged submit.</summary>
public enum SubmissionState
{
    /// <summary>A call was or may have been sent; its outcome is unknown.</summary>
    Intent,

    /// <summary>The last call certainly did not get through (refused connection, throttled): calling again is safe.</summary>
    NotSent,

    /// <summary>The provider accepted and gave a job id.</summary>
    Accepted,

    /// <summary>The provider refused for good.</summary>
    Refused,
}
