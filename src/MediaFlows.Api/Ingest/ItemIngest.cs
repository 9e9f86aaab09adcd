using System.Text.Json;
using MediaFlows.Api.Start;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Ingest;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Api.Ingest;

/// <summary>Starts the flow that a message names, once per key however often it is delivered.</summary>
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
            var item = Read(message);
            var command = new StartCommand(item.Pipeline, item.Input)
            {
                UseDefaults = item.Defaults,
                Batch = item.Batch,
                Tags = item.Tags,
                TraceParent = item.TraceParent,
                IdempotencyKey = $"ingest/{item.Key ?? message.Id}",
            };
            await _starter.StartAsync(command, cancellationToken);
            return null;
        }
        catch (FlowException e) when (!MayWorkLater(e.Error))
        {
            return e.Error;
        }
    }

    private static bool MayWorkLater(FlowError error) =>
        error.Retryable || error.Code is ErrorCodes.IdempotencyInProgress or ErrorCodes.StorageUnavailable or ErrorCodes.Overloaded or ErrorCodes.BlobNotFound;

    private IngestItem Read(IngestMessage message)
    {
        try
        {
            return JsonSerializer.Deserialize<IngestItem>(message.Body.Span, _serializer.Strict) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new FlowException(
                ErrorCodes.BadJson,
                "The message is not JSON of the form {\"pipeline\":\"…\",\"input\":{…}}.",
                "Correct it and send it again; nothing was started.");
        }
    }
}
