using Azure;
using Azure.Storage.Queues;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;
using MediaFlows.Storage.Blobs;

namespace MediaFlows.Storage.Queues;

/// <summary>Runs calls of the queue SDK; the queue is created by the first call that misses it.</summary>
internal static class QueueCalls
{
    /// <summary>One call.</summary>
    /// <exception cref="FlowException"><c>MF4001</c>, retryable unless storage refused the request or the identity.</exception>
    public static async Task<T> RunAsync<T>(QueueClient queue, string action, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException e) when (e is { Status: 404, ErrorCode: "QueueNotFound" })
        {
            await OnceAsync($"create queue {queue.Name}", () => queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken), cancellationToken);
            return await OnceAsync(action, call, cancellationToken);
        }
        catch (Exception e) when (StorageFailures.IsFailure(e, cancellationToken))
        {
            throw Error(action, e);
        }
    }

    /// <summary>One call on a message of ours; false when the message is no longer ours: deleted, or delivered to somebody else meanwhile.</summary>
    public static async Task<bool> OnMessageAsync(string action, Func<Task> call, CancellationToken cancellationToken)
    {
        try
        {
            await call();
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 404 || e.ErrorCode is "PopReceiptMismatch" or "MessageNotFound")
        {
            return false;
        }
        catch (Exception e) when (StorageFailures.IsFailure(e, cancellationToken))
        {
            throw Error(action, e);
        }
    }

    private static async Task<T> OnceAsync<T>(string action, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (StorageFailures.IsFailure(e, cancellationToken))
        {
            throw Error(action, e);
        }
    }

    private static FlowException Error(string action, Exception e)
    {
        var failure = StorageFailures.Describe(action, e);
        return new FlowException(new FlowError(ErrorCodes.StorageUnavailable, failure.Message)
        {
            Retryable = failure.Failure is BlobFailure.Unavailable or BlobFailure.Throttled,
            Hint = "Check the storage account with mediaflows doctor.",
        });
    }
}
