using System.Text;
using System.Text.Json;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;

namespace MediaFlows.Core.Batches;

/// <summary>
/// The blobs of a batch: <c>batches/{id}/slices/000000</c> hold its items and <c>batches/{id}/results/000000</c> their results, one JSON line each.
/// A blob is written whole, so a step that runs again writes the same blob again.
/// </summary>
public sealed class BatchBlobs : IInstanceRemains
{
    private readonly IBlobStore _blobs;
    private readonly FlowSerializer _serializer;

    /// <summary>Keeps them in <paramref name="blobs"/>.</summary>
    public BatchBlobs(IBlobStore blobs, FlowSerializer serializer)
    {
        _blobs = blobs;
        _serializer = serializer;
    }

    /// <summary>Writes one slice of items.</summary>
    public Task WriteSliceAsync(string batch, int slice, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken) =>
        WriteAsync(Name(batch, "slices", slice), items, cancellationToken);

    /// <summary>Reads one slice of items.</summary>
    public Task<IReadOnlyList<BatchItem>> ReadSliceAsync(string batch, int slice, CancellationToken cancellationToken) =>
        ReadAsync<BatchItem>(Name(batch, "slices", slice), cancellationToken);

    /// <summary>Writes the results of one slice.</summary>
    public Task WriteResultsAsync(string batch, int slice, IReadOnlyList<BatchResult> results, CancellationToken cancellationToken) =>
        WriteAsync(Name(batch, "results", slice), results, cancellationToken);

    /// <summary>Reads the results of one slice; empty while there are none.</summary>
    public Task<IReadOnlyList<BatchResult>> ReadResultsAsync(string batch, int slice, CancellationToken cancellationToken) =>
        ReadAsync<BatchResult>(Name(batch, "results", slice), cancellationToken);

    /// <summary>Slices that have results, in order.</summary>
    public async IAsyncEnumerable<int> ResultSlicesAsync(string batch, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in _blobs.ListAsync($"batches/{Uri.EscapeDataString(batch)}/results/", cancellationToken))
            if (int.TryParse(item.Name[(item.Name.LastIndexOf('/') + 1)..], out var slice)) yield return slice;
    }

    /// <inheritdoc/>
    public async Task PurgeAsync(string instanceId, IReadOnlyList<string> steps, CancellationToken cancellationToken)
    {
        await foreach (var item in _blobs.ListAsync($"batches/{Uri.EscapeDataString(instanceId)}/", cancellationToken))
            await _blobs.DeleteAsync(item.Name, null, cancellationToken);
    }

    private static string Name(string batch, string kind, int slice) => $"batches/{Uri.EscapeDataString(batch)}/{kind}/{slice:D6}";

    private async Task WriteAsync<T>(string name, IReadOnlyList<T> lines, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(buffer, line, _serializer.Options);
            buffer.WriteByte((byte)'\n');
        }

        await _blobs.PutAsync(name, buffer.ToArray(), BlobCondition.None, cancellationToken);
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string name, CancellationToken cancellationToken)
    {
        if (await _blobs.GetAsync(name, cancellationToken) is not { } blob) return [];
        return [.. Encoding.UTF8.GetString(blob.Bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<T>(l, _serializer.Options)!)];
    }
}
