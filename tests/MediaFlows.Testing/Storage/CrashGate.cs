using System.Runtime.CompilerServices;
using MediaFlows.Core.Storage;

namespace MediaFlows.Testing.Storage;

/// <summary>The storage as one process sees it: once that process is dead, its calls never answer and change nothing.</summary>
public sealed class CrashGate(IBlobStore inner) : IBlobStore
{
    private volatile bool _dead;

    /// <summary>Kills the process that uses this gate.</summary>
    public void Kill() => _dead = true;

    public Task<BlobContent?> GetAsync(string name, CancellationToken cancellationToken) => Pass(() => inner.GetAsync(name, cancellationToken));

    public Task<BlobContent?> GetRangeAsync(string name, long offset, int length, CancellationToken cancellationToken) =>
        Pass(() => inner.GetRangeAsync(name, offset, length, cancellationToken));

    public Task<BlobItem?> StatAsync(string name, CancellationToken cancellationToken) => Pass(() => inner.StatAsync(name, cancellationToken));

    public Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken) =>
        Pass(() => inner.PutAsync(name, content, condition, cancellationToken));

    public Task<string> CreateAppendAsync(string name, CancellationToken cancellationToken) => Pass(() => inner.CreateAppendAsync(name, cancellationToken));

    public Task<long> AppendAsync(string name, ReadOnlyMemory<byte> block, long expectedPosition, CancellationToken cancellationToken) =>
        Pass(() => inner.AppendAsync(name, block, expectedPosition, cancellationToken));

    public Task DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken) => Pass(async () =>
    {
        await inner.DeleteAsync(name, ifMatch, cancellationToken);
        return true;
    });

    public async IAsyncEnumerable<BlobItem> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Pass(() => Task.FromResult(true));
        await foreach (var item in inner.ListAsync(prefix, cancellationToken)) yield return item;
    }

    private Task<T> Pass<T>(Func<Task<T>> call) => _dead ? new TaskCompletionSource<T>().Task : call();
}
