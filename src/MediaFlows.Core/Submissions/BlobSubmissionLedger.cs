using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;

namespace MediaFlows.Core.Submissions;

/// <summary>
/// The ledger on blobs: <c>ledger/{instance}/{step}</c> holds one record, written with <c>If-None-Match: *</c> and then <c>If-Match</c>;
/// <c>jobs/{provider}/{hash of job id}</c> points back to the instance. The same on both hosts.
/// </summary>
public sealed class BlobSubmissionLedger : ISubmissionLedger
{
    private readonly IBlobStore _blobs;
    private readonly FlowSerializer _serializer;
    private readonly IReadOnlyList<IInstanceRemains> _remains;

    /// <summary>Keeps the ledger in <paramref name="blobs"/>; <paramref name="remains"/> go when an instance is purged from it.</summary>
    public BlobSubmissionLedger(IBlobStore blobs, FlowSerializer serializer, IEnumerable<IInstanceRemains>? remains = null)
    {
        _blobs = blobs;
        _serializer = serializer;
        _remains = [.. remains ?? []];
    }

    /// <inheritdoc/>
    public async Task<SubmissionEntry?> FindAsync(string instanceId, string step, CancellationToken cancellationToken) =>
        await _blobs.GetAsync(Name(instanceId, step), cancellationToken) is { } blob ? new SubmissionEntry(Read(blob), blob.ETag) : null;

    /// <inheritdoc/>
    public async Task<SubmissionEntry> BeginAsync(SubmissionRecord record, CancellationToken cancellationToken)
    {
        try
        {
            var etag = await _blobs.PutAsync(Name(record.InstanceId, record.Step), Bytes(record), BlobCondition.Absent, cancellationToken);
            return new SubmissionEntry(record, etag, Created: true);
        }
        catch (BlobStoreException e) when (e.Failure == BlobFailure.ConditionNotMet)
        {
            // Somebody else's intent, or our own whose answer was lost: both are treated as an earlier, unresolved try.
            return await FindAsync(record.InstanceId, record.Step, cancellationToken) ?? throw new BlobStoreException(BlobFailure.Unavailable, "The ledger record vanished while it was read.", e);
        }
    }

    /// <inheritdoc/>
    public async Task<SubmissionEntry> ReplaceAsync(SubmissionEntry entry, SubmissionRecord record, CancellationToken cancellationToken)
    {
        var etag = await _blobs.PutAsync(Name(record.InstanceId, record.Step), Bytes(record), BlobCondition.Match(entry.ETag), cancellationToken);
        if (record is { State: SubmissionState.Accepted, JobId: not null })
            await _blobs.PutAsync(JobName(record.Provider, record.JobId), Encoding.UTF8.GetBytes(record.InstanceId), BlobCondition.None, cancellationToken);
        return new SubmissionEntry(record, etag);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SubmissionRecord> ListAsync(string instanceId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in _blobs.ListAsync(Prefix(instanceId), cancellationToken))
            if (await _blobs.GetAsync(item.Name, cancellationToken) is { } blob) yield return Read(blob);
    }

    /// <inheritdoc/>
    public async Task<string?> FindInstanceAsync(string provider, string jobId, CancellationToken cancellationToken) =>
        await _blobs.GetAsync(JobName(provider, jobId), cancellationToken) is { } blob ? Encoding.UTF8.GetString(blob.Bytes.Span) : null;

    /// <inheritdoc/>
    public async Task PurgeAsync(string instanceId, CancellationToken cancellationToken)
    {
        // The entries name the steps, so they go last: a purge that was cut short finds them again.
        var records = new List<SubmissionRecord>();
        await foreach (var record in ListAsync(instanceId, cancellationToken)) records.Add(record);
        foreach (var remains in _remains) await remains.PurgeAsync(instanceId, records.ConvertAll(r => r.Step), cancellationToken);
        foreach (var record in records)
        {
            if (record.JobId is not null) await _blobs.DeleteAsync(JobName(record.Provider, record.JobId), null, cancellationToken);
            await _blobs.DeleteAsync(Name(instanceId, record.Step), null, cancellationToken);
        }
    }

    private static string Prefix(string instanceId) => $"ledger/{Uri.EscapeDataString(instanceId)}/";

    private static string Name(string instanceId, string step) => Prefix(instanceId) + Uri.EscapeDataString(step);

    private static string JobName(string provider, string jobId) =>
        $"jobs/{provider}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(jobId)))}";

    private byte[] Bytes(SubmissionRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, _serializer.Options);

    private SubmissionRecord Read(BlobContent blob) => JsonSerializer.Deserialize<SubmissionRecord>(blob.Bytes.Span, _serializer.Options)!;
}
