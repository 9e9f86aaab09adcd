namespace MediaFlows.Core.Submissions;

/// <summary>
/// The durable record of every charged submit. Writes are conditional: of two runs of one step only one creates the intent,
/// and a state is only ever replaced by the holder of the version that it read.
/// </summary>
public interface ISubmissionLedger
{
    /// <summary>The record and its version, or null.</summary>
    Task<SubmissionEntry?> FindAsync(string instanceId, string step, CancellationToken cancellationToken);

    /// <summary>Creates <paramref name="record"/> if the step has none; else returns the one that is there, with <see cref="SubmissionEntry.Created"/> false.</summary>
    Task<SubmissionEntry> BeginAsync(SubmissionRecord record, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces <paramref name="entry"/> by <paramref name="record"/>. When it became accepted, the job id is also indexed for callbacks.
    /// </summary>
    /// <exception cref="Storage.BlobStoreException"><see cref="Storage.BlobFailure.ConditionNotMet"/> when another writer was faster.</exception>
    Task<SubmissionEntry> ReplaceAsync(SubmissionEntry entry, SubmissionRecord record, CancellationToken cancellationToken);

    /// <summary>Records of one instance, by step.</summary>
    IAsyncEnumerable<SubmissionRecord> ListAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>The instance that waits for a provider's job, or null. Used by callbacks.</summary>
    Task<string?> FindInstanceAsync(string provider, string jobId, CancellationToken cancellationToken);

    /// <summary>Removes everything about an instance; part of purge.</summary>
    Task PurgeAsync(string instanceId, CancellationToken cancellationToken);
}
