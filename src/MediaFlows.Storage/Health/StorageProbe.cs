using Azure;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Blobs;

namespace MediaFlows.Storage.Health;

/// <summary>Asks the blob and the queue service whether the hub's container and its ingest queue are there. Reads only.</summary>
public sealed class StorageProbe(StorageAccount account, StorageOptions options) : IHealthProbe
{
    /// <inheritdoc/>
    public string Group => "storage";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken) =>
    [
        await CheckAsync("blobs", $"container {options.Hub}", async () => await account.BlobService.GetBlobContainerClient(options.Hub).ExistsAsync(cancellationToken), cancellationToken),
        await CheckAsync("queues", $"queue {StorageRegistration.IngestQueueName}", async () => await account.OpenQueue(StorageRegistration.IngestQueueName).ExistsAsync(cancellationToken), cancellationToken),
    ];

    private static async Task<HealthFinding> CheckAsync(string name, string what, Func<Task<Response<bool>>> exists, CancellationToken cancellationToken)
    {
        try
        {
            return new HealthFinding(name, HealthState.Ok, await exists() is { Value: true } ? $"The {what} is there." : $"The account answers; the {what} is created at the first use.");
        }
        catch (FlowException e)
        {
            return new HealthFinding(name, HealthState.Failed, $"{e.Error.Message} {e.Error.Hint}");
        }
        catch (Exception e) when (StorageFailures.IsFailure(e, cancellationToken))
        {
            return new HealthFinding(name, HealthState.Failed, StorageFailures.Describe($"look at the {what}", e).Message);
        }
    }
}
