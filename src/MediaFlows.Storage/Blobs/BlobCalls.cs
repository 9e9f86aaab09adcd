using Azure;
using Azure.Storage.Blobs;
using MediaFlows.Core.Storage;

namespace MediaFlows.Storage.Blobs;

/// <summary>Runs calls of the SDK and turns its exceptions into <see cref="BlobStoreException"/>.</summary>
internal static class BlobCalls
{
    /// <summary>One call; every failure but the caller's own cancellation becomes a <see cref="BlobStoreException"/>.</summary>
    public static async Task<T> RunAsync<T>(string action, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException e) when (e.Status == 416)
        {
            throw new RangeBeyondEndException();
        }
        catch (Exception e) when (StorageFailures.IsFailure(e, cancellationToken))
        {
            throw StorageFailures.Describe(action, e);
        }
    }

    /// <summary>As <see cref="RunAsync{T}"/>, and null where blob or container do not exist.</summary>
    public static async Task<T?> OrNullAsync<T>(string action, Func<Task<T?>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await RunAsync(action, call, cancellationToken);
        }
        catch (BlobStoreException e) when (e.Failure == BlobFailure.NotFound)
        {
            return null;
        }
    }

    /// <summary>A write that creates the container when it is missing. The first try wrote nothing then, so the second is no repetition.</summary>
    public static async Task<T> InContainerAsync<T>(BlobContainerClient container, string action, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(action, call, cancellationToken);
        }
        catch (BlobStoreException e) when (e.Failure == BlobFailure.NotFound)
        {
            await RunAsync($"create container {container.Name}", () => CreateAsync(container, cancellationToken), cancellationToken);
            return await RunAsync(action, call, cancellationToken);
        }
    }

    private static async Task<bool> CreateAsync(BlobContainerClient container, CancellationToken cancellationToken)
    {
        // Null: somebody else made it at the same moment, which serves as well.
        return await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken) is not null;
    }
}
