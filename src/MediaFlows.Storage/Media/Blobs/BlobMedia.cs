using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MediaFlows.Core.Media;
using MediaFlows.Core.Storage;
using MediaFlows.Storage.Blobs;

namespace MediaFlows.Storage.Media.Blobs;

/// <summary>Media blobs of a hub, in a container of their own.</summary>
internal sealed class BlobMedia(BlobContainerClient container, MediaOptions options, TimeProvider time)
{
    /// <summary>Metadata key of the checksum.</summary>
    public const string Sha256Key = "sha256";

    private readonly MediaRetry _retry = new(time);
    private readonly MediaUsage _usage = new(container, options.TotalBytes, time);

    public async Task<MediaInfo> InspectAsync(string name, CancellationToken cancellationToken)
    {
        var blob = await StatAsync(MediaNames.Check(name), cancellationToken) ?? throw MediaFailures.NoBlob(name);
        return new MediaInfo(name[(name.LastIndexOf('/') + 1)..], blob.ContentLength, blob.ContentType, blob.ETag.ToString("H"));
    }

    public async Task<MediaItem?> FindAsync(string name, CancellationToken cancellationToken) =>
        await StatAsync(MediaNames.Check(name), cancellationToken) is { } blob
            ? new MediaItem(name, blob.ContentLength, blob.ContentType, blob.Metadata.TryGetValue(Sha256Key, out var sha) ? sha : null, blob.LastModified)
            : null;

    public async Task<Stream> OpenAsync(string name, long offset, long? length, string? version, CancellationToken cancellationToken)
    {
        // Without a version of the caller's the whole read keeps to the one it finds.
        var info = await InspectAsync(name, cancellationToken);
        if (version is not null && version != info.Version) throw MediaFailures.Changed(name);
        var left = Math.Max(0, info.Length!.Value - offset);
        if (length > left) throw MediaFailures.Short(name, length.Value - left);
        var wanted = length ?? left;
        if (wanted == 0) return Stream.Null;
        var open = new BlobDownloadOptions { Range = new HttpRange(offset, wanted), Conditions = new BlobRequestConditions { IfMatch = new ETag(info.Version!) } };
        try
        {
            var answer = await _retry.RunAsync($"read {name}", () => container.GetBlobClient(name).DownloadStreamingAsync(open, cancellationToken), cancellationToken);
            return new ExactStream(new BlobBody(answer.Value.Content, name), wanted, name);
        }
        catch (BlobStoreException e) when (e.Failure is BlobFailure.ConditionNotMet or BlobFailure.NotFound)
        {
            throw MediaFailures.Changed(name);
        }
        catch (BlobStoreException e)
        {
            throw MediaFailures.Storage(e);
        }
    }

    public async Task<MediaWritten> WriteAsync(string name, Stream content, string? contentType, CancellationToken cancellationToken)
    {
        try
        {
            return await new BlockUpload(container, MediaNames.Check(name), contentType, options, _usage, _retry).RunAsync(content, cancellationToken);
        }
        catch (BlobStoreException e)
        {
            throw MediaFailures.Storage(e);
        }
    }

    public async Task<bool> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var length = options.TotalBytes is null ? 0 : (await StatAsync(MediaNames.Check(name), cancellationToken))?.ContentLength ?? 0;
            var gone = await BlobCalls.OrNullAsync<Response>($"delete {name}", () => container.GetBlobClient(MediaNames.Check(name)).DeleteAsync(cancellationToken: cancellationToken), cancellationToken);
            if (gone is not null) _usage.Add(-length);
            return gone is not null;
        }
        catch (BlobStoreException e)
        {
            throw MediaFailures.Storage(e);
        }
    }

    public async IAsyncEnumerable<MediaItem> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = container.GetBlobsAsync(BlobTraits.Metadata, prefix: prefix, cancellationToken: cancellationToken).AsPages().GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(pages, cancellationToken))
        {
            foreach (var blob in pages.Current.Values)
                yield return new MediaItem(blob.Name, blob.Properties.ContentLength ?? 0, blob.Properties.ContentType, blob.Metadata.TryGetValue(Sha256Key, out var sha) ? sha : null, blob.Properties.LastModified ?? default);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<Page<Azure.Storage.Blobs.Models.BlobItem>> pages, CancellationToken cancellationToken)
    {
        try
        {
            return await BlobCalls.OrNullAsync<object>("list media", async () => await pages.MoveNextAsync() ? pages : null, cancellationToken) is not null;
        }
        catch (BlobStoreException e)
        {
            throw MediaFailures.Storage(e);
        }
    }

    private async Task<BlobProperties?> StatAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await _retry.RunAsync($"look at {name}", async () => (await container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken)).Value, cancellationToken);
        }
        catch (BlobStoreException e) when (e.Failure == BlobFailure.NotFound)
        {
            return null;
        }
        catch (BlobStoreException e)
        {
            throw MediaFailures.Storage(e);
        }
    }
}
