using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using MediaFlows.Core.Media;
using MediaFlows.Storage.Blobs;

namespace MediaFlows.Storage.Media.Blobs;

/// <summary>
/// Writes one stream to one blob. Blocks travel side by side; the blob appears with the commit of the block list, whole or not at all, and what a
/// write that was cut off leaves behind is dropped by storage.
/// </summary>
internal sealed class BlockUpload(BlobContainerClient container, string name, string? contentType, MediaOptions options, MediaUsage usage, MediaRetry retry)
{
    // The service's limit of one block list.
    private const int MaxBlocks = 50_000;

    // Two writers of one name must not overwrite each other's blocks, and block ids of one blob have one length.
    private readonly string _write = RandomNumberGenerator.GetHexString(16);
    private readonly BlockBlobClient _blob = container.GetBlockBlobClient(name);
    private readonly List<string> _blocks = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _length;

    public async Task<MediaWritten> RunAsync(Stream content, CancellationToken cancellationToken)
    {
        using var hash = _hash;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var free = new SemaphoreSlim(options.ParallelBlocks);
        var staging = new List<Task>();
        try
        {
            while (true)
            {
                var (buffer, count) = await FillAsync(content, cancellationToken);
                if (_blocks.Count == 0 && count < options.BlockBytes) return await PutAsync(buffer, count, cancellationToken);
                if (count == 0)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                    break;
                }

                await free.WaitAsync(cancellationToken);
                staging.RemoveAll(t => t.IsCompletedSuccessfully);
                if (staging.Find(t => t.IsFaulted) is { } failed) await failed;
                staging.Add(StageAsync(NewBlockId(), buffer, count, free, stop.Token));
            }

            await Task.WhenAll(staging);
            return await CommitAsync(cancellationToken);
        }
        catch
        {
            await stop.CancelAsync();
            await Task.WhenAll(staging).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
    }

    private async Task<(byte[] Buffer, int Count)> FillAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(options.BlockBytes);
        var count = 0;
        for (int read; count < options.BlockBytes && (read = await content.ReadAsync(buffer.AsMemory(count, options.BlockBytes - count), cancellationToken)) > 0;) count += read;
        _hash.AppendData(buffer, 0, count);
        _length += count;
        if (_length > options.MaxBytes) throw MediaFailures.TooLarge(options.MaxBytes.Value);
        await usage.CheckAsync(_length, cancellationToken);
        return (buffer, count);
    }

    private string NewBlockId()
    {
        if (_blocks.Count == MaxBlocks) throw MediaFailures.TooLarge((long)MaxBlocks * options.BlockBytes);
        var id = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{_write}{_blocks.Count:D6}"));
        _blocks.Add(id);
        return id;
    }

    private async Task StageAsync(string id, byte[] buffer, int count, SemaphoreSlim free, CancellationToken cancellationToken)
    {
        try
        {
            await BlobCalls.InContainerAsync(container, $"store a block of {name}", () => retry.RunAsync($"store a block of {name}", async () =>
            {
                using var body = new MemoryContent(buffer.AsMemory(0, count));
                return await _blob.StageBlockAsync(id, body, cancellationToken: cancellationToken);
            }, cancellationToken), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            free.Release();
        }
    }

    private async Task<MediaWritten> PutAsync(byte[] buffer, int count, CancellationToken cancellationToken)
    {
        var written = Written();
        await BlobCalls.InContainerAsync(container, $"store {name}", () => retry.RunAsync($"store {name}", async () =>
        {
            using var body = new MemoryContent(buffer.AsMemory(0, count));
            return await _blob.UploadAsync(body, new BlobUploadOptions { HttpHeaders = Headers(), Metadata = Metadata(written) }, cancellationToken);
        }, cancellationToken), cancellationToken);
        ArrayPool<byte>.Shared.Return(buffer);
        usage.Add(written.Length);
        return written;
    }

    private async Task<MediaWritten> CommitAsync(CancellationToken cancellationToken)
    {
        var written = Written();
        var commit = new CommitBlockListOptions { HttpHeaders = Headers(), Metadata = Metadata(written) };
        await retry.RunAsync($"store {name}", () => _blob.CommitBlockListAsync(_blocks, commit, cancellationToken), cancellationToken);
        usage.Add(written.Length);
        return written;
    }

    private MediaWritten Written() => new(_length, Convert.ToHexStringLower(_hash.GetHashAndReset()), contentType ?? MediaTypes.Of(name));

    private BlobHttpHeaders Headers() => new() { ContentType = contentType ?? MediaTypes.Of(name) ?? "application/octet-stream" };

    private static Dictionary<string, string> Metadata(MediaWritten written) => new(StringComparer.Ordinal) { [BlobMedia.Sha256Key] = written.Sha256 };
}
