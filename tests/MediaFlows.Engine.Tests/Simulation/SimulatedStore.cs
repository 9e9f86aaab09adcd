using System.Runtime.CompilerServices;
using MediaFlows.Core.Storage;

namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>
/// The storage as one simulated process sees it: calls fail before or after they are carried out, land later than their failure, or kill the process.
/// A paused process's calls wait, and are carried out when it wakes, long after another one took the hub.
/// </summary>
internal sealed class SimulatedStore(IBlobStore inner, FaultPlan faults, TimeProvider time, List<Func<Task>> late) : IBlobStore
{
    private readonly TaskCompletionSource _never = new();
    private TaskCompletionSource? _paused;

    /// <summary>True once the process is dead: nothing it does reaches the storage any more.</summary>
    public bool IsDead { get; private set; }

    public int Calls { get; private set; }

    public void Kill() => IsDead = true;

    public void Pause() => _paused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Wake()
    {
        _paused?.TrySetResult();
        _paused = null;
    }

    public Task<BlobContent?> GetAsync(string name, CancellationToken cancellationToken) => Call(() => inner.GetAsync(name, cancellationToken));

    public Task<BlobContent?> GetRangeAsync(string name, long offset, int length, CancellationToken cancellationToken) =>
        Call(() => inner.GetRangeAsync(name, offset, length, cancellationToken));

    public Task<BlobItem?> StatAsync(string name, CancellationToken cancellationToken) => Call(() => inner.StatAsync(name, cancellationToken));

    public Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken) =>
        Call(() => inner.PutAsync(name, content, condition, cancellationToken));

    public Task<string> CreateAppendAsync(string name, CancellationToken cancellationToken) => Call(() => inner.CreateAppendAsync(name, cancellationToken));

    public Task<long> AppendAsync(string name, ReadOnlyMemory<byte> block, long expectedPosition, CancellationToken cancellationToken)
    {
        var copy = block.ToArray();
        return Call(() => inner.AppendAsync(name, copy, expectedPosition, cancellationToken), canLandLater: true);
    }

    public Task DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken) => Call(async () =>
    {
        if (faults.KeepsSegments && name.Contains("/journal/", StringComparison.Ordinal)) throw new BlobStoreException(BlobFailure.Unavailable, "not deleted");
        await inner.DeleteAsync(name, ifMatch, cancellationToken);
        return true;
    });

    public async IAsyncEnumerable<BlobItem> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = await Call(async () =>
        {
            var all = new List<BlobItem>();
            await foreach (var item in inner.ListAsync(prefix, cancellationToken)) all.Add(item);
            return all;
        });
        foreach (var item in items) yield return item;
    }

    private async Task<T> Call<T>(Func<Task<T>> call, bool canLandLater = false)
    {
        await Task.Yield();
        if (_paused is { } paused) await paused.Task;
        if (IsDead) await _never.Task;
        Calls++;
        var fate = faults.Next();
        if (fate == CallFate.FailAndLandLater && !canLandLater) fate = CallFate.FailAfter;
        switch (fate)
        {
            case CallFate.FailBefore:
                throw new BlobStoreException(BlobFailure.Unavailable, "timed out before it was carried out");
            case CallFate.Throttled:
                throw new BlobStoreException(BlobFailure.Throttled, "slow down");
            case CallFate.FailAndLandLater:
                late.Add(async () => await call());
                throw new BlobStoreException(BlobFailure.Unavailable, "timed out and carried out later");
            case CallFate.Slow:
                await Task.Delay(TimeSpan.FromMilliseconds(200), time);
                break;
            case CallFate.CrashBefore:
                IsDead = true;
                await _never.Task;
                break;
        }

        var result = await call();
        if (fate == CallFate.FailAfter) throw new BlobStoreException(BlobFailure.Unavailable, "the answer was lost");
        if (fate == CallFate.CrashAfter)
        {
            IsDead = true;
            await _never.Task;
        }

        return result;
    }
}
