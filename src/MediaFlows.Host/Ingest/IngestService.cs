using MediaFlows.Api.Health;
using MediaFlows.Storage.Ingest;
using Microsoft.Extensions.Hosting;

namespace MediaFlows.Host.Ingest;

/// <summary>Runs the ingest queue once the hub is ready: before, every message would fail, and its deliveries are counted.</summary>
internal sealed class IngestService(IngestPump pump, IReadiness readiness, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!readiness.IsReady) await Task.Delay(Pause, time, stoppingToken);
        await pump.RunAsync(stoppingToken);
    }
}
