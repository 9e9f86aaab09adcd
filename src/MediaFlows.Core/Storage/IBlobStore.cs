namespace MediaFlows.Core.Storage;

/// <summary>
/// The small part of blob storage that MediaFlows rests on: conditional writes, appends at an expected position, ranged reads, listings.
/// Implementations retry nothing on their own and report what storage said, so that their users can decide.
/// </summary>
/// <remarks>
/// Every method may throw <see cref="BlobStoreException"/>. <see cref="BlobFailure.Unavailable"/> means that the outcome of a write
/// is unknown: it may have been carried out.
/// </remarks>
public interface IBlobStore
{
    /// <summary>Reads a whole blob, or null when it does not exist.</summary>
    Task<BlobContent?> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>Reads up to <paramref name="length"/> bytes from <paramref name="offset"/>; fewer at the end; null when the blob does not exist.</summary>
    Task<BlobContent?> GetRangeAsync(string name, long offset, int length, CancellationToken cancellationToken);

    /// <summary>Properties of a blob, or null when it does not exist.</summary>
    Task<BlobItem?> StatAsync(string name, CancellationToken cancellationToken);

    /// <summary>Writes a whole block blob and returns its new ETag.</summary>
    /// <exception cref="BlobStoreException"><see cref="BlobFailure.ConditionNotMet"/> when <paramref name="condition"/> does not hold.</exception>
    Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken);

    /// <summary>Creates an empty append blob and returns its ETag.</summary>
    /// <exception cref="BlobStoreException"><see cref="BlobFailure.ConditionNotMet"/> when the blob exists.</exception>
    Task<string> CreateAppendAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Appends at most 4 MiB as one block, only if the blob's length is exactly <paramref name="expectedPosition"/>; returns the new length in bytes.
    /// </summary>
    /// <exception cref="BlobStoreException"><see cref="BlobFailure.ConditionNotMet"/> when the length differs or the blob is sealed.</exception>
    Task<long> AppendAsync(string name, ReadOnlyMemory<byte> block, long expectedPosition, CancellationToken cancellationToken);

    /// <summary>Deletes a blob; deleting a missing one is no error. <paramref name="ifMatch"/> limits it to that ETag.</summary>
    Task DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken);

    /// <summary>Blobs whose names start with <paramref name="prefix"/>, in ordinal order of their names.</summary>
    IAsyncEnumerable<BlobItem> ListAsync(string prefix, CancellationToken cancellationToken);
}
