using System.Collections.Concurrent;
using MediaFlows.Simulator.Media;

namespace MediaFlows.Simulator.BytePlus.Objects;

/// <summary>
/// Stored objects by <c>StoreUri</c>. An object of several parts is put together when it is first read: merging a large upload then costs
/// nothing, as at a real gateway.
/// </summary>
internal sealed class ObjectStore(FileStore files)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<ObjectPart>> _objects = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _assembly = new(1);

    /// <summary>Uploads in progress, by upload id.</summary>
    public ConcurrentDictionary<string, MultipartUpload> Uploads { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a request body to the end; the part is kept only when <paramref name="expectedCrc"/> fits.</summary>
    public async Task<ObjectPart?> ReceiveAsync(string key, Stream content, string? expectedCrc, CancellationToken cancellationToken)
    {
        var checksum = new ChecksumStream(content);
        var length = await files.WriteAsync(key, checksum, cancellationToken);
        if (expectedCrc is not null && !string.Equals(expectedCrc, checksum.Value, StringComparison.OrdinalIgnoreCase)) return null;
        return new ObjectPart(key, checksum.Value, length);
    }

    /// <summary>Makes an object of <paramref name="parts"/>, in that order; an object of that name is replaced.</summary>
    public void Put(string oid, IReadOnlyList<ObjectPart> parts) => _objects[oid] = parts;

    /// <summary>Length in bytes, or null when there is no such object.</summary>
    public long? Length(string oid) => _objects.TryGetValue(oid, out var parts) ? parts.Sum(p => p.Length) : null;

    /// <summary>Path of the whole object, or null when there is none.</summary>
    public async Task<string?> PathAsync(string oid, CancellationToken cancellationToken)
    {
        await _assembly.WaitAsync(cancellationToken);
        try
        {
            if (!_objects.TryGetValue(oid, out var parts)) return null;
            if (parts.Count == 1) return files.Find(parts[0].Key);
            var key = "object/" + oid + "/" + parts[0].Key;
            await using var whole = new ConcatenatedStream([.. parts.Select(p => files.Find(p.Key)!)]);
            var length = await files.WriteAsync(key, whole, cancellationToken);
            _objects[oid] = [new ObjectPart(key, "", length)];
            return files.Find(key);
        }
        finally
        {
            _assembly.Release();
        }
    }
}
