using Azure.Storage.Blobs;
using MediaFlows.Storage.Blobs;

namespace MediaFlows.Storage.Media.Blobs;

/// <summary>How many bytes media storage holds: counted by a listing at most once a minute, and only where there is a limit to keep.</summary>
internal sealed class MediaUsage(BlobContainerClient container, long? limit, TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _counting = new(1);
    private long _bytes;
    private long? _countedAt;

    /// <summary>Fails when <paramref name="more"/> bytes would pass the limit.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF1005</c>.</exception>
    public async Task CheckAsync(long more, CancellationToken cancellationToken)
    {
        if (limit is not { } most) return;
        await _counting.WaitAsync(cancellationToken);
        try
        {
            if (_countedAt is not { } at || time.GetElapsedTime(at) > Age) await CountAsync(cancellationToken);
        }
        finally
        {
            _counting.Release();
        }

        if (Interlocked.Read(ref _bytes) + more > most) throw MediaFailures.Full(most);
    }

    /// <summary>Notes what was written or deleted since the last count.</summary>
    public void Add(long bytes) => Interlocked.Add(ref _bytes, bytes);

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        long bytes = 0;
        await BlobCalls.OrNullAsync<object>("count media", async () =>
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken)) bytes += blob.Properties.ContentLength ?? 0;
            return null;
        }, cancellationToken);
        Interlocked.Exchange(ref _bytes, bytes);
        _countedAt = time.GetTimestamp();
    }
}
