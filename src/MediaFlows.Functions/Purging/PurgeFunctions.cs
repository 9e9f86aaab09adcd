using MediaFlows.Api.Idempotency;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Purging;

/// <summary>Housekeeping by timer.</summary>
public sealed class PurgeFunctions
{
    private readonly RetentionPurge _purge;
    private readonly IdempotencyStore _idempotency;

    /// <summary>Works with <paramref name="purge"/> and <paramref name="idempotency"/>.</summary>
    public PurgeFunctions(RetentionPurge purge, IdempotencyStore idempotency)
    {
        _purge = purge;
        _idempotency = idempotency;
    }

    /// <summary>Once an hour, off the full hour, when other timers crowd.</summary>
    [Function("timer_purge-finished")]
    public Task PurgeFinished([TimerTrigger("0 17 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _purge.RunAsync(client, cancellationToken);

    /// <summary>Once a day: idempotency records whose time is over.</summary>
    [Function("timer_sweep-idempotency")]
    public Task SweepIdempotency([TimerTrigger("0 43 3 * * *")] TimerInfo timer, CancellationToken cancellationToken) => _idempotency.SweepAsync(cancellationToken);
}
