using MediaFlows.Core.Errors;
using MediaFlows.Core.Ingest;
using MediaFlows.Functions.Client;
using MediaFlows.Functions.Durable;
using MediaFlows.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Functions.Ingest;

/// <summary>
/// Hands a queue message to the ingest handler. A message that is refused, or fails at its last delivery, goes to the poison queue with the
/// reason before the host would move it there without one.
/// </summary>
public sealed class IngestRunner
{
    private readonly IIngestHandler _handler;
    private readonly PoisonQueue _poison;
    private readonly BoundDurableClient _client;
    private readonly ILogger<IngestRunner> _logger;

    /// <summary>Puts the parts together.</summary>
    public IngestRunner(IIngestHandler handler, PoisonQueue poison, BoundDurableClient client, ILogger<IngestRunner> logger)
    {
        _handler = handler;
        _poison = poison;
        _client = client;
        _logger = logger;
    }

    /// <summary>Works on the message with the text <paramref name="text"/>; failing leaves it to the host to deliver it again.</summary>
    public async Task RunAsync(string text, FunctionContext function, DurableTaskClient client, CancellationToken cancellationToken)
    {
        _client.Use(client);
        var data = function.BindingContext.BindingData;
        var deliveries = long.TryParse(Value(data, "DequeueCount"), out var count) ? count : 1;
        var item = new QueueItem(Value(data, "Id") ?? function.InvocationId, Value(data, "PopReceipt") ?? "", text, deliveries, sentAt: null);
        FlowError? refused;
        try
        {
            refused = await _handler.HandleAsync(new IngestMessage(item.Id, item.Body, deliveries), cancellationToken);
        }
        catch (Exception e) when (deliveries >= IngestMessage.MaxDeliveries && e is not OperationCanceledException)
        {
            refused = UnexpectedFailure.Describe(e);
        }

        if (refused is null) return;
        _logger.LogWarning("Message {MessageId} goes to the poison queue: {Code} {Reason}", item.Id, refused.Code, refused.Message);
        await _poison.QuarantineAsync(item, $"{refused.Code} {refused.Message}", CancellationToken.None);
    }

    // Trigger metadata comes as JSON: strings are in quotes.
    private static string? Value(IReadOnlyDictionary<string, object?> data, string name) =>
        data.FirstOrDefault(d => string.Equals(d.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.ToString()?.Trim('"');
}
