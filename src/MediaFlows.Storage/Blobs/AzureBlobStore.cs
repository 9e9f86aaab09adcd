using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using MediaFlows.Core.Storage;
using BlobItem = MediaFlows.Core.Storage.BlobItem;

namespace MediaFlows.Storage.Blobs;

/// <summary>
/// <see cref="IBlobStore"/> on one container of Azure Storage or Azurite. Each method is one request, never repeated by the SDK;
/// the container is created by the first write that misses it, so an existing one costs no request.
/// </summary>
public sealed class AzureBlobStore : IBlobStore
{
    private readonly BlobContainerClient _container;

    /// <summary>Keeps blobs in <paramref name="container"/>, whose client was made by <see cref="Accounts.StorageAccount"/>.</summary>
    public AzureBlobStore(BlobContainerClient container) => _container = container;

    /// <summary>Name of the container.</summary>
    public string Container => _container.Name;

    /// <inheritdoc/>
    public Task<BlobContent?> GetAsync(string name, CancellationToken cancellationToken) =>
        BlobCalls.OrNullAsync<BlobContent>($"read {name}", async () =>
        {
            var answer = await Blob(name).DownloadContentAsync(cancellationToken);
            var content = answer.Value.Content.ToMemory();
            return new BlobContent(content, Text(answer.Value.Details.ETag), content.Length);
        }, cancellationToken);

    /// <inheritdoc/>
    public async Task<BlobContent?> GetRangeAsync(string name, long offset, int length, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > 0 && await ReadRangeAsync(name, offset, length, cancellationToken) is { } read) return read.Content;

        // Past the end, or nothing asked for: storage answers 416, but our callers want an empty read with the blob's version.
        return await StatAsync(name, cancellationToken) is { } blob ? new BlobContent(ReadOnlyMemory<byte>.Empty, blob.ETag, blob.Length) : null;
    }

    /// <inheritdoc/>
    public Task<BlobItem?> StatAsync(string name, CancellationToken cancellationToken) =>
        BlobCalls.OrNullAsync<BlobItem>($"look at {name}", async () =>
        {
            var p = (await Blob(name).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return new BlobItem(name, p.ContentLength, Text(p.ETag), p.LastModified);
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, BlobCondition condition, CancellationToken cancellationToken) =>
        BlobCalls.InContainerAsync(_container, $"write {name}", async () =>
        {
            var options = new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions
                {
                    IfMatch = condition.IfMatch is { } etag ? new ETag(etag) : null,
                    IfNoneMatch = condition.IfAbsent ? ETag.All : null,
                },

                // One request whatever the size: a blob written in blocks would be several.
                TransferOptions = new Azure.Storage.StorageTransferOptions { InitialTransferSize = long.MaxValue },
            };
            using var body = new MemoryContent(content);
            var answer = await _container.GetBlockBlobClient(name).UploadAsync(body, options, cancellationToken);
            return Text(answer.Value.ETag);
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<string> CreateAppendAsync(string name, CancellationToken cancellationToken) =>
        BlobCalls.InContainerAsync(_container, $"create {name}", async () =>
        {
            var options = new AppendBlobCreateOptions { Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All } };
            return Text((await _container.GetAppendBlobClient(name).CreateAsync(options, cancellationToken)).Value.ETag);
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<long> AppendAsync(string name, ReadOnlyMemory<byte> block, long expectedPosition, CancellationToken cancellationToken)
    {
        if (block.Length is 0 or > MaxBlockBytes) throw new BlobStoreException(BlobFailure.Rejected, "A block holds 1 byte to 4 MiB.");
        return BlobCalls.RunAsync($"append to {name}", async () =>
        {
            var options = new AppendBlobAppendBlockOptions
            {
                Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = expectedPosition },
            };
            using var body = new MemoryContent(block);
            await _container.GetAppendBlobClient(name).AppendBlockAsync(body, options, cancellationToken);
            return expectedPosition + block.Length;
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken) =>
        BlobCalls.OrNullAsync<Response>($"delete {name}", () =>
        {
            var conditions = ifMatch is null ? null : new BlobRequestConditions { IfMatch = new ETag(ifMatch) };
            return Blob(name).DeleteAsync(DeleteSnapshotsOption.None, conditions, cancellationToken);
        }, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobItem> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = _container.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken).AsPages();
        await using var page = pages.GetAsyncEnumerator(cancellationToken);
        while (await BlobCalls.OrNullAsync<object>($"list {prefix}*", async () => await page.MoveNextAsync() ? page : null, cancellationToken) is not null)
        {
            foreach (var blob in page.Current.Values)
            {
                var p = blob.Properties;
                yield return new BlobItem(blob.Name, p.ContentLength ?? 0, Text(p.ETag ?? default), p.LastModified ?? default);
            }
        }
    }

    /// <summary>Largest block of an append in bytes: the limit of every service version, so that Azurite and old accounts agree.</summary>
    public const int MaxBlockBytes = 4 * 1024 * 1024;

    private async Task<RangeRead?> ReadRangeAsync(string name, long offset, int length, CancellationToken cancellationToken)
    {
        try
        {
            var content = await BlobCalls.OrNullAsync<BlobContent>($"read {name}", async () =>
            {
                var options = new BlobDownloadOptions { Range = new HttpRange(offset, length) };
                var answer = (await Blob(name).DownloadContentAsync(options, cancellationToken)).Value;
                return new BlobContent(answer.Content.ToMemory(), Text(answer.Details.ETag), TotalLength(answer.Details, answer.Content.ToMemory().Length));
            }, cancellationToken);
            return new RangeRead(content);
        }
        catch (RangeBeyondEndException)
        {
            return null;
        }
    }

    private BlobClient Blob(string name) => _container.GetBlobClient(name);

    // "bytes 0-9/100": the number behind the slash.
    private static long TotalLength(BlobDownloadDetails details, int read) =>
        details.ContentRange is { } range && range.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash && long.TryParse(range.AsSpan(slash + 1), out var total)
            ? total
            : read;

    // Listings give ETags without quotes and everything else with them; conditions need one form.
    private static string Text(ETag etag) => etag.ToString("H");

    private sealed record RangeRead(BlobContent? Content);
}
