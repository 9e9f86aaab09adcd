using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Storage;

namespace MediaFlows.Api.Idempotency;

/// <summary>Idempotency records on blobs: <c>idempotency/{SHA-256 of the key}</c>, written with <c>If-None-Match: *</c> and then <c>If-Match</c>.</summary>
public sealed class IdempotencyStore
{
    private const string Prefix = "idempotency/";
    private readonly IBlobStore _blobs;
    private readonly TimeProvider _time;
    private readonly TimeSpan _expiry;

    /// <summary>Keeps records in <paramref name="blobs"/> for the time that <paramref name="options"/> says.</summary>
    public IdempotencyStore(IBlobStore blobs, TimeProvider time, ApiOptions options)
    {
        _blobs = blobs;
        _time = time;
        _expiry = options.IdempotencyExpiry;
    }

    /// <summary>The record of <paramref name="key"/> with its version, also when it has expired; null when there is none.</summary>
    public async Task<(IdempotencyRecord Record, string ETag)?> FindAsync(string key, CancellationToken cancellationToken) =>
        await _blobs.GetAsync(Name(key), cancellationToken) is { } blob
            ? (JsonSerializer.Deserialize<IdempotencyRecord>(blob.Bytes.Span, ApiJson.Options)!, blob.ETag)
            : null;

    /// <summary>True when the record no longer binds.</summary>
    public bool IsExpired(IdempotencyRecord record) => record.CreatedAt + _expiry <= _time.GetUtcNow();

    /// <summary>Writes the record of <paramref name="key"/> if the blob still has the version <paramref name="etag"/> (null: does not exist); returns the new version, or null when another was faster.</summary>
    public async Task<string?> TryWriteAsync(string key, IdempotencyRecord record, string? etag, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(record, ApiJson.Options);
            return await _blobs.PutAsync(Name(key), bytes, etag is null ? BlobCondition.Absent : BlobCondition.Match(etag), cancellationToken);
        }
        catch (BlobStoreException e) when (e.Failure == BlobFailure.ConditionNotMet)
        {
            return null;
        }
    }

    /// <summary>Removes the record if it still has that version.</summary>
    public async Task RemoveAsync(string key, string etag, CancellationToken cancellationToken)
    {
        try
        {
            await _blobs.DeleteAsync(Name(key), etag, cancellationToken);
        }
        catch (BlobStoreException e) when (e.Failure is BlobFailure.ConditionNotMet or BlobFailure.NotFound)
        {
            // Another request took it over; it is theirs now.
        }
    }

    /// <summary>Removes records that expired; returns how many. One listing, so once a day is enough.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        var limit = _time.GetUtcNow() - _expiry;
        await foreach (var item in _blobs.ListAsync(Prefix, cancellationToken))
        {
            if (item.LastModified > limit) continue;
            await _blobs.DeleteAsync(item.Name, item.ETag, cancellationToken);
            removed++;
        }

        return removed;
    }

    private static string Name(string key) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
