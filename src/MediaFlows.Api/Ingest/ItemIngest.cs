using MediaFlows.Api.Start;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Ingest;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Api.Ingest;

/// <summary>
/// Starts what a message names: one item, a list of items, or a batch over a manifest; once per key however often it is delivered.
/// A list is read whole first; an item that is refused sends the message to the poison queue, and after a requeue those before it start nothing again.
/// </summary>
public sealed class ItemIngest : IIngestHandler
{
    private readonly FlowStarter _starter;
    private readonly FlowSerializer _serializer;

    /// <summary>Starts with <paramref name="starter"/>.</summary>
    public ItemIngest(FlowStarter starter, FlowSerializer serializer)
    {
        _starter = starter;
        _serializer = serializer;
    }

    /// <inheritdoc/>
    public async Task<FlowError?> HandleAsync(IngestMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var number = 0;
            foreach (var item in IngestBody.Read(message, _serializer))
            {
                var command = new StartCommand(item.Pipeline, item.Input)
                {
                    UseDefaults = item.Defaults,
                    Batch = item.Batch,
                    Tags = item.Tags,
                    Notify = item.Notify,
                    TraceParent = item.TraceParent,
                    TraceState = item.TraceState,
                    IdempotencyKey = $"ingest/{item.Key ?? $"{message.Id}#{number}"}",
                };
                await _starter.StartAsync(command, cancellationToken);
                number++;
            }

            return null;
        }
        catch (FlowException e) when (!MayWorkLater(e.Error))
        {
            return e.Error;
        }
    }

    private static bool MayWorkLater(FlowError error) =>
        error.Retryable || error.Code is ErrorCodes.IdempotencyInProgress or ErrorCodes.StorageUnavailable or ErrorCodes.Overloaded or ErrorCodes.BlobNotFound;
}
