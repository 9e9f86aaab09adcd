using MediaFlows.Core.Storage;

namespace MediaFlows.Core.Submissions;

/// <summary>
/// Writes down what a provider answered. The answer is in this process's hands only: a storage that is away for a moment must not turn a paid job
/// into one whose outcome is unknown, so the write is repeated for as long as the engine itself waits for storage.
/// </summary>
internal sealed class PatientLedger(ISubmissionLedger ledger, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Replaces <paramref name="entry"/> by <paramref name="record"/>.</summary>
    /// <exception cref="BlobStoreException">Storage refused it, stayed away, or somebody else wrote there.</exception>
    public async Task<SubmissionEntry> ReplaceAsync(SubmissionEntry entry, SubmissionRecord record)
    {
        var start = time.GetTimestamp();
        for (var pause = TimeSpan.Zero; ; pause = Longer(pause))
        {
            try
            {
                // Under no token: a host that is stopping still gets to write it down.
                return await ledger.ReplaceAsync(entry, record, CancellationToken.None);
            }
            catch (BlobStoreException e) when (e.Failure is not BlobFailure.Rejected and not BlobFailure.Forbidden)
            {
                // Perhaps our own write whose answer was lost. It is written over once more, since what belongs to it may be missing.
                if (await OwnAsync(record) is { } own) entry = own;
                else if (e.Failure is BlobFailure.ConditionNotMet or BlobFailure.NotFound || time.GetElapsedTime(start) >= Limit) throw;
                if (time.GetElapsedTime(start) >= Limit) return entry;
            }

            if (pause > TimeSpan.Zero) await Task.Delay(pause, time);
        }
    }

    private async Task<SubmissionEntry?> OwnAsync(SubmissionRecord record)
    {
        try
        {
            var there = await ledger.FindAsync(record.InstanceId, record.Step, CancellationToken.None);
            return there is not null && there.Record.State == record.State && there.Record.JobId == record.JobId ? there : null;
        }
        catch (BlobStoreException e) when (e.Failure is BlobFailure.Unavailable or BlobFailure.Throttled)
        {
            return null;
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause == TimeSpan.Zero ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
}
