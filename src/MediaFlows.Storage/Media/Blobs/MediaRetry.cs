using MediaFlows.Core.Storage;
using MediaFlows.Storage.Blobs;

namespace MediaFlows.Storage.Media.Blobs;

/// <summary>
/// Repeats single requests of media transfers, so that one dropped connection does not cost a whole file. Only requests that may be carried out
/// twice with the same result go through it.
/// </summary>
internal sealed class MediaRetry(TimeProvider time)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)];

    public async Task<T> RunAsync<T>(string action, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await BlobCalls.RunAsync(action, call, cancellationToken);
            }
            catch (BlobStoreException e) when (e.Failure is BlobFailure.Unavailable or BlobFailure.Throttled && tries < Pauses.Length)
            {
                await Task.Delay(Pauses[tries], time, cancellationToken);
            }
        }
    }
}
