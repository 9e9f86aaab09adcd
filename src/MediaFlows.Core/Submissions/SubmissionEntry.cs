namespace MediaFlows.Core.Submissions;

/// <summary>A ledger record and the version it was read at.</summary>
/// <param name="Record">The record.</param>
/// <param name="ETag">Version for the next replace.</param>
/// <param name="Created">True when this very call created it.</param>
public sealed record SubmissionEntry(SubmissionRecord Record, string ETag, bool Created = false);
