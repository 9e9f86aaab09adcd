using MediaFlows.Api.Start;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Ingest;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Api.Ingest;

/// <summary>
/// Starts what a message names: one item, a list of items, or a batch over a manifest; once per key however often it is delivered.
/// A list is read whole first, and its items are started side by side. An item that is refused sends the message to the poison queue, once every other item
/// is started; after a requeue those start nothing again.
/// </summary>
public sealed class ItemIngest : IIngestHandler
{
    // Storage and engine are busy with that many; more would only make each message take longer.
    private const int MostStarts = 32;

    private readonly FlowStarter _starter;
    private readonly FlowSerializer _serializer;

    // Served in the order of asking, so messages are finished one after another: what a crash leaves half done is a message or two, not all of them.
    private readonly SemaphoreSlim _starts = new(MostStarts);

    /// <summary>Starts with <paramref name="starter"/>.</summary>
    public ItemIngest(FlowStarter starter, FlowSerializer serializer)
    {
        _starter = starter;
        _serializer = serializer;
    }

    /// <inheritdoc/>
    public async Task<FlowError?> HandleAsync(IngestMessage message, CancellationToken cancellationToken)
    {
        IReadOnlyList<IngestItem> items;
        try
        {
            items = IngestBody.Read(message, _serializer);
        }
        catch (FlowException e)
        {
            return e.Error;
        }

        var commands = items.Select((item, number) => Command(item, item.Key ?? $"{message.Id}#{number}"));
        var refusals = await Task.WhenAll(commands.GroupBy(c => c.IdempotencyKey, StringComparer.Ordinal).Select(g => StartInOrderAsync(g, cancellationToken)));
        return refusals.FirstOrDefault(r => r is not null);
    }

    private static StartCommand Command(IngestItem item, string key) => new(item.Pipeline, item.Input)
    {
        UseDefaults = item.Defaults,
        Batch = item.Batch,
        Tags = item.Tags,
        Notify = item.Notify,
        TraceParent = item.TraceParent,
        TraceState = item.TraceState,
        IdempotencyKey = $"ingest/{key}",
    };

    /// <summary>Starts the commands of one key, the second of which finds what the first started. Returns a refusal; throws what may work later.</summary>
    private async Task<FlowError?> StartInOrderAsync(IEnumerable<StartCommand> commands, CancellationToken cancellationToken)
    {
        FlowError? refusal = null;
        foreach (var command in commands)
        {
            await _starts.WaitAsync(cancellationToken);
            try
            {
                await _starter.StartAsync(command, cancellationToken);
            }
            catch (FlowException e) when (!MayWorkLater(e.Error))
            {
                refusal ??= e.Error;
            }
            finally
            {
                _starts.Release();
            }
        }

        return refusal;
    }

    private static bool MayWorkLater(FlowError error) =>
        error.Retryable || error.Code is ErrorCodes.IdempotencyInProgress or ErrorCodes.StorageUnavailable or ErrorCodes.Overloaded or ErrorCodes.BlobNotFound;
}
