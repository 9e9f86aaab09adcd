using MediaFlows.Core.Storage;

namespace MediaFlows.Core.Tests.Limits;

internal sealed class CountingBlobs(IBlobStore inner) : IBlobStore
{
    public int Writes { get; private set; }

    public bool Fails { get; init; }

    public Task<BlobContent?> GetAsync(string name, CancellationToken cancellationToken) =>
        Fails ? throw new BlobStoreException(BlobFailure.Unavailable, "Down.") : inner.GetAsync(name, cancellationToken);

    public Task<BlobContent?> GetRangeAsync(string name, long offset, int length, CancellationToken cancellationToken) => inner.GetRangeAsync(name, offset, length, cancellationToken);

    public Task<BlobItem?> StatAsync(string name, CancellationToken cancellationToken) => inner.StatAsync(name, cancellationToken);

    public Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken)
    {
        Writes++;
        return inner.PutAsync(name, content, condition, cancellationToken);
    }

    public Task<string> CreateAppendAsync(string name, CancellationToken cancellationToken) => inner.CreateAppendAsync(name, cancellationToken);

    public Task<long> AppendAsync(string name, ReadOnlyMemory<byte> block, long expectedPosition, CancellationToken cancellationToken) => inner.AppendAsync(name, block, expectedPosition, cancellationToken);

    public Task DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken) => inner.DeleteAsync(name, ifMatch, cancellationToken);

    public IAsyncEnumerable<BlobItem> ListAsync(string prefix, CancellationToken cancellationToken) => inner.ListAsync(prefix, cancellationToken);
}
