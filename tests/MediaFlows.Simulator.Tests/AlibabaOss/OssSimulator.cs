using MediaFlows.Simulator.Hosting;
using MediaFlows.Testing.Time;

namespace MediaFlows.Simulator.Tests.AlibabaOss;

/// <summary>A simulated OSS on the virtual clock, started once for the tests of a class.</summary>
public sealed class OssSimulator : IAsyncLifetime
{
    public VirtualTime Time { get; } = new();

    public SimulatorHost Host { get; private set; } = null!;

    public CloudContext Cloud => Host["oss"];

    public async ValueTask InitializeAsync() =>
        Host = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int> { ["oss"] = 0 }, Time = Time });

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
