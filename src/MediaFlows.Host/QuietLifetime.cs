using Microsoft.Extensions.Hosting;

namespace MediaFlows.Host;

/// <summary>A lifetime that listens to no signal: the embedding process decides when to stop.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
