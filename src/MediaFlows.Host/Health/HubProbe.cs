using MediaFlows.Core.Diagnostics;
using MediaFlows.Engine.Hosting;

namespace MediaFlows.Host.Health;

/// <summary>What the doctor says of the hub.</summary>
internal sealed class HubProbe(IHubMonitor hub) : IHealthProbe
{
    public string Group => "hub";

    public Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var health = hub.Health;
        var owner = health.IsReady
            ? new HealthFinding("owner", HealthState.Ok, $"{health.Owner} owns the hub '{health.Hub}' (epoch {health.Epoch}).")
            : new HealthFinding("owner", HealthState.Failed, $"The hub '{health.Hub}' is {health.Phase}. {health.Error?.Code} {health.Error?.Message} {health.Error?.Hint}".Trim());
        var blocked = health.Blocked == 0
            ? new HealthFinding("flows", HealthState.Ok, $"{health.Live} live, {health.Finished} finished, each live one with a cause to wake.")
            : new HealthFinding("flows", HealthState.Failed, $"{health.Blocked} flows have no code to run with (MF2004, MF2007): deploy the version they were started with.");
        var work = new HealthFinding(
            "work", HealthState.Ok, $"{health.RunningActivities} activities run, {health.WaitingActivities} wait, {health.BacklogBytes} bytes wait for storage.");
        return Task.FromResult<IReadOnlyList<HealthFinding>>([owner, blocked, work]);
    }
}
