using MediaFlows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Ingest;

/// <summary>Batch items that come as queue messages.</summary>
public sealed class IngestFunctions
{
    private readonly IngestRunner _runner;

    /// <summary>Works with <paramref name="runner"/>.</summary>
    public IngestFunctions(IngestRunner runner) => _runner = runner;

    /// <summary>One message of the ingest queue.</summary>
    [Function("queue_ingest")]
    public Task Ingest(
        [QueueTrigger(StorageRegistration.IngestQueueName, Connection = "AzureWebJobsStorage")] string message,
        FunctionContext function,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => _runner.RunAsync(message, function, client, cancellationToken);
}
