using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Purging;

/// <summary>Housekeeping by timer.</summary>
public sealed class PurgeFunctions
{
    private readonly RetentionPurge _purge;

    /// <summary>Works with <paramref name="purge"/>.</summary>
    public PurgeFunctions(RetentionPurge purge) => _purge = purge;

    /// <summary>Once an hour, off the full hour, when other timers crowd.</summary>
    [Function("timer_purge-finished")]
    public Task PurgeFinished([TimerTrigger("0 17 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _purge.RunAsync(client, cancellationToken);
}
