using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Simulator.Media;

/// <summary>Bytes by key, in a temporary folder so that large uploads need no memory. Deleted with the simulator.</summary>
public sealed class FileStore : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly string _root;

    /// <summary>Keeps files below <paramref name="root"/>, which is created.</summary>
    public FileStore(string root)
    {
        _root = root;
        Directory.CreateDirectory(root);
    }

    /// <summary>Keys in the store that start with <paramref name="prefix"/>, in ordinal order.</summary>
    public IReadOnlyList<string> Keys(string prefix = "") => [.. _paths.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Writes a stream under <paramref name="key"/>, replacing what was there once it is whole; returns the bytes written.</summary>
    public async Task<long> WriteAsync(string key, Stream content, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(_root, Path.GetRandomFileName());
        long length;
        await using (var file = File.Create(temporary, 1 << 16, FileOptions.Asynchronous))
        {
            await content.CopyToAsync(file, 1 << 16, cancellationToken);
            length = file.Length;
        }

        var path = PathOf(key);
        File.Move(temporary, path, overwrite: true);
        _paths[key] = path;
        return length;
    }

    /// <summary>Writes bytes under <paramref name="key"/>.</summary>
    public Task<long> WriteAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(key, new MemoryStream(content.ToArray()), cancellationToken);

    /// <summary>Path of the stored file, for ffmpeg and for streaming answers; null when the key is unknown.</summary>
    public string? Find(string key) => _paths.GetValueOrDefault(key);

    /// <summary>Removes a key; false when it was not there.</summary>
    public bool Delete(string key)
    {
        if (!_paths.TryRemove(key, out var path)) return false;
        File.Delete(path);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }

    private string PathOf(string key) => Path.Combine(_root, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
}
