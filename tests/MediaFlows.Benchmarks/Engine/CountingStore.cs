using System.Runtime.CompilerServices;
using MediaFlows.Core.Storage;

namespace MediaFlows.Benchmarks.Engine;

/// <summary>Counts the requests that go through it.</summary>
internal sealed class CountingStore(IBlobStore inner) : IBlobStore
{
    private long _requests;

    public long Requests => Interlocked.Read(ref _requests);

    public Task<BlobContent?> GetAsync(string name, CancellationToken cancellationToken) => Count(inner.GetAsync(name, cancellationToken));

    public Task<BlobContent?> GetRangeAsync(string name, long offset, int length, CancellationToken cancellationToken) =>
        Count(inner.GetRangeAsync(name, offset, length, cancellationToken));

    public Task<BlobItem?> StatAsync(string name, CancellationToken cancellationToken) => Count(inner.StatAsync(name, cancellationToken));

    public Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken) =>
        Count(inner.PutAsync(name, content, condition, cancellationToken));

    public Task<string> CreateAppendAsync(string name, CancellationToken cancellationToken) => Count(inner.CreateAppendAsync(name, cancellationToken));

    public Task<long> AppendAsync(string name, ReadOnlyMemory<byte> block, long expectedPosition, CancellationToken cancellationToken) =>
        Count(inner.AppendAsync(name, block, expectedPosition, cancellationToken));

    public Task DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        return inner.DeleteAsync(name, ifMatch, cancellationToken);
    }

    public async IAsyncEnumerable<BlobItem> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        await foreach (var item in inner.ListAsync(prefix, cancellationToken)) yield return item;
    }

    private Task<T> Count<T>(Task<T> call)
    {
        Interlocked.Increment(ref _requests);
        return call;
    }
}
