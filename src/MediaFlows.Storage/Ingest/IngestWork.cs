using System.Collections.Concurrent;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Ingest;
using MediaFlows.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Storage.Ingest;

/// <summary>Works on one delivery of one message, to whichever of its ends: done, given back, or quarantined with its reason.</summary>
internal sealed class IngestWork(MessageQueue queue, PoisonQueue poison, IIngestHandler handler, IngestPumpOptions options, ILogger logger)
{
    // Longer pauses help nobody: the service's own limit of visibility is seven days, and people wait.
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromMinutes(5);

    // Failures of messages in hand, by this process. Forgotten by the next one: then a message gets some more tries.
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);

    public async Task RunAsync(QueueItem item, CancellationToken cancellationToken)
    {
        try
        {
            // It came too often without anybody saying why: perhaps its work ends the process.
            var refusal = item.Deliveries > IngestMessage.MostDeliveries
                ? new FlowError(ErrorCodes.Internal, $"The message was delivered {item.Deliveries - 1} times and its work never came to an end.")
                : await HandleAsync(item, cancellationToken);
            if (refusal is not null) await QuarantineAsync(item, refusal);
        }
        catch (FlowException e)
        {
            // Storage failed us at the end of the work. The message is seen again, and its work is recognised.
            logger.LogWarning("Message {MessageId} could not be finished and will be delivered again: {Reason}", item.Id, e.Message);
        }
    }

    private async Task<FlowError?> HandleAsync(QueueItem item, CancellationToken cancellationToken)
    {
        FlowError? refusal = null;
        FlowError? failure = null;
        var ours = await queue.HoldAsync(item, options.Visibility, async token =>
        {
            try
            {
                refusal = await handler.HandleAsync(new IngestMessage(item.Id, item.Body, item.Deliveries), token);
            }
            catch (Exception e) when (!token.IsCancellationRequested)
            {
                failure = (e as FlowException)?.Error ?? new FlowError(ErrorCodes.Internal, $"The work on the message failed unexpectedly ({e.GetType().Name}).");
            }
        }, cancellationToken);

        if (!ours || refusal is not null) return ours ? refusal : null;
        if (failure is null)
        {
            await queue.DeleteAsync(item, CancellationToken.None);
            _failures.TryRemove(item.Id, out _);
            return null;
        }

        if (IsLast(item, failure)) return failure;
        await GiveBackAsync(item, failure);
        return null;
    }

    private bool IsLast(QueueItem item, FlowError failure)
    {
        if (item.Deliveries >= IngestMessage.MostDeliveries) return true;
        return !IsOurs(failure) && _failures.AddOrUpdate(item.Id, 1, (_, count) => count + 1) >= IngestMessage.MaxDeliveries;
    }

    // The host's trouble, not the message's.
    private static bool IsOurs(FlowError failure) => failure.Code is ErrorCodes.StorageUnavailable or ErrorCodes.Overloaded or ErrorCodes.HubLost or ErrorCodes.IdempotencyInProgress;

    private async Task GiveBackAsync(QueueItem item, FlowError failure)
    {
        var pause = options.RetryDelay * Math.Pow(2, item.Deliveries - 1);
        if (failure.RetryAfter > pause) pause = failure.RetryAfter.Value;
        if (pause > MaxRetryDelay) pause = MaxRetryDelay;
        logger.LogWarning("Message {MessageId} failed at delivery {Delivery} and is tried again in {Pause}: {Code} {Reason}", item.Id, item.Deliveries, pause, failure.Code, failure.Message);
        await queue.RenewAsync(item, pause, CancellationToken.None);
    }

    private async Task QuarantineAsync(QueueItem item, FlowError refusal)
    {
        logger.LogWarning("Message {MessageId} goes to the poison queue: {Code} {Reason}", item.Id, refusal.Code, refusal.Message);
        await poison.QuarantineAsync(item, $"{refusal.Code} {refusal.Message}", CancellationToken.None);
        _failures.TryRemove(item.Id, out _);
    }
}
