using MediaFlows.Engine.Runtime;
using Microsoft.Extensions.Hosting;

namespace MediaFlows.Engine.Hosting;

/// <summary>Owns the hub while the host runs. When the hub is lost the host is stopped, so that a supervisor can start it anew.</summary>
internal sealed class EngineHostedService(Hub hub, IHostApplicationLifetime? lifetime = null) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await hub.StartAsync();
        _ = WatchAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken) => hub.StopAsync();

    private async Task WatchAsync()
    {
        await hub.Failed;
        lifetime?.StopApplication();
    }
}
