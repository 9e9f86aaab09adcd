using MediaFlows.Core.Storage;
using MediaFlows.Testing.Storage;

namespace MediaFlows.Engine.Tests.Faults;

/// <summary>A storage that refuses every write, or every call, for as long as a test says.</summary>
internal sealed class BrokenStore(TimeProvider time) : MemoryBlobStore(time)
{
    /// <summary>What writes fail with; null when all is well.</summary>
    public BlobFailure? Writes { get; set; }

    /// <summary>What reads fail with.</summary>
    public BlobFailure? Reads { get; set; }

    /// <summary>Reads are not answered before it is done.</summary>
    public TaskCompletionSource? Holds { get; set; }

    /// <summary>Writes that were carried out.</summary>
    public int Written { get; private set; }

    public override Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken) =>
        Write(() => base.PutAsync(name, content, condition, cancellationToken));

    public override Task<string> CreateAppendAsync(string name, CancellationToken cancellationToken) => Write(() => base.CreateAppendAsync(name, cancellationToken));

    public override Task<long> AppendAsync(string name, ReadOnlyMemory<byte> block, long expectedPosition, CancellationToken cancellationToken) =>
        Write(() => base.AppendAsync(name, block, expectedPosition, cancellationToken));

    public override async Task<BlobContent?> GetAsync(string name, CancellationToken cancellationToken)
    {
        if (Holds is { } holds) await holds.Task;
        return Reads is { } failure ? throw Failed(failure) : await base.GetAsync(name, cancellationToken);
    }

    public override Task<BlobContent?> GetRangeAsync(string name, long offset, int length, CancellationToken cancellationToken) =>
        Reads is { } failure ? Task.FromException<BlobContent?>(Failed(failure)) : base.GetRangeAsync(name, offset, length, cancellationToken);

    private static BlobStoreException Failed(BlobFailure failure) => new(failure, $"storage says {failure}");

    private Task<T> Write<T>(Func<Task<T>> write)
    {
        if (Writes is { } failure) return Task.FromException<T>(Failed(failure));
        Written++;
        return write();
    }
}
