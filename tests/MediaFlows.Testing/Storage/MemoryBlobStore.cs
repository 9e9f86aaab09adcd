using System.Runtime.CompilerServices;
using MediaFlows.Core.Storage;

namespace MediaFlows.Testing.Storage;

/// <summary>Blobs in memory with the same conditions as the real ones. The engine's simulation wraps it with faults.</summary>
public class MemoryBlobStore(TimeProvider time) : IBlobStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Entry> _blobs = new(StringComparer.Ordinal);
    private long _version;

    /// <summary>Storage calls made so far.</summary>
    public long Requests { get; private set; }

    public virtual Task<BlobContent?> GetAsync(string name, CancellationToken cancellationToken) => Do(() =>
        _blobs.TryGetValue(name, out var b) ? new BlobContent(b.Bytes.ToArray(), b.ETag, b.Bytes.Count) : null);

    public virtual Task<BlobContent?> GetRangeAsync(string name, long offset, int length, CancellationToken cancellationToken) => Do(() =>
        _blobs.TryGetValue(name, out var b)
            ? new BlobContent(b.Bytes.Skip((int)offset).Take(length).ToArray(), b.ETag, b.Bytes.Count)
            : null);

    public virtual Task<BlobItem?> StatAsync(string name, CancellationToken cancellationToken) => Do(() =>
        _blobs.TryGetValue(name, out var b) ? Item(name, b) : null);

    public virtual Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken) => Do(() =>
    {
        _blobs.TryGetValue(name, out var old);
        if (condition.IfAbsent && old is not null) throw NotMet(name);
        if (condition.IfMatch is not null && old?.ETag != condition.IfMatch) throw NotMet(name);
        return (_blobs[name] = new Entry([.. content.Span], NextETag(), time.GetUtcNow(), Append: false)).ETag;
    });

    public virtual Task<string> CreateAppendAsync(string name, CancellationToken cancellationToken) => Do(() =>
    {
        if (_blobs.ContainsKey(name)) throw NotMet(name);
        return (_blobs[name] = new Entry([], NextETag(), time.GetUtcNow(), Append: true)).ETag;
    });

    public virtual Task<long> AppendAsync(string name, ReadOnlyMemory<byte> block, long expectedPosition, CancellationToken cancellationToken) => Do(() =>
    {
        if (block.Length is 0 or > 4 * 1024 * 1024) throw new BlobStoreException(BlobFailure.Rejected, "A block holds 1 byte to 4 MiB.");
        if (!_blobs.TryGetValue(name, out var b)) throw new BlobStoreException(BlobFailure.NotFound, $"{name} does not exist.");
        if (!b.Append || b.Bytes.Count != expectedPosition) throw NotMet(name);
        b.Bytes.AddRange(block.Span);
        _blobs[name] = b with { ETag = NextETag(), Modified = time.GetUtcNow() };
        return (long)b.Bytes.Count;
    });

    public virtual Task DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken) => Do(() =>
    {
        if (ifMatch is not null && _blobs.TryGetValue(name, out var b) && b.ETag != ifMatch) throw NotMet(name);
        return _blobs.Remove(name);
    });

    public virtual async IAsyncEnumerable<BlobItem> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = await Do(() => _blobs.Where(b => b.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(b => Item(b.Key, b.Value)).ToList());
        foreach (var item in items) yield return item;
    }

    /// <summary>Changes stored bytes, to test that damage is found.</summary>
    public void Corrupt(string name, Action<List<byte>> change)
    {
        lock (_lock) change(_blobs[name].Bytes);
    }

    private Task<T> Do<T>(Func<T> work)
    {
        lock (_lock)
        {
            Requests++;
            try
            {
                return Task.FromResult(work());
            }
            catch (BlobStoreException e)
            {
                return Task.FromException<T>(e);
            }
        }
    }

    private string NextETag() => $"\"0x{++_version:X}\"";

    private static BlobItem Item(string name, Entry b) => new(name, b.Bytes.Count, b.ETag, b.Modified);

    private static BlobStoreException NotMet(string name) => new(BlobFailure.ConditionNotMet, $"{name}: the condition is not met.");

    private sealed record Entry(List<byte> Bytes, string ETag, DateTimeOffset Modified, bool Append);
}
