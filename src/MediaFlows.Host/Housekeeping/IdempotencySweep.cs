using MediaFlows.Api.Idempotency;
using MediaFlows.Core.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Host.Housekeeping;

/// <summary>Removes expired idempotency records: a quarter of an hour after the start, then once a day, so that an idle hub stays cheap.</summary>
internal sealed class IdempotencySweep(IdempotencyStore store, TimeProvider time, ILogger<IdempotencySweep> log) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Then = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = First; ; pause = Then)
        {
            await Task.Delay(pause, time, stoppingToken);
            try
            {
                log.LogInformation("Removed {Count} expired idempotency records", await store.SweepAsync(stoppingToken));
            }
            catch (BlobStoreException e)
            {
                log.LogWarning("Expired idempotency records could not be removed; tomorrow again. {Reason}", e.Message);
            }
        }
    }
}
