using MediaFlows.Api.Health;
using MediaFlows.Engine.Hosting;

namespace MediaFlows.Host.Health;

/// <summary>Ready while this process owns the hub and takes flows.</summary>
internal sealed class HubReadiness(IHubMonitor hub) : IReadiness
{
    public bool IsReady => hub.Health.IsReady;
}
