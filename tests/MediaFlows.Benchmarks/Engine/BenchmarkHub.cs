using MediaFlows.Benchmarks.Flows;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Runtime;
using MediaFlows.Testing.Secrets;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Benchmarks.Engine;

/// <summary>A hub with the benchmark flows, made as a host makes it.</summary>
internal sealed class BenchmarkHub : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private BenchmarkHub(ServiceProvider services) => _services = services;

    public IFlowClient Client => _services.GetRequiredService<IFlowClient>();

    public IHubMonitor Monitor => _services.GetRequiredService<IHubMonitor>();

    public static async Task<BenchmarkHub> OpenAsync(IBlobStore store, TimeProvider? time = null, EngineOptions? options = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(store);
        services.AddSingleton<IFieldProtector, TestProtector>();
        services.AddSingleton<FlowSerializer>();
        services.AddSingleton(new FlowCatalog([new StepsFlow(), new WaitFlow()], [new StepActivity()]));
        services.AddEmbeddedEngine(options);
        var hub = new BenchmarkHub(services.BuildServiceProvider());
        await hub._services.GetRequiredService<Hub>().StartAsync();
        return hub;
    }

    /// <summary>Starts that many instances at once and returns when all are accepted.</summary>
    public Task StartAsync(string flow, int steps, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ =>
        Client.StartAsync(new FlowStart { Flow = flow, Input = new BenchInput(steps) }, CancellationToken.None)));

    /// <summary>Returns when nothing lives any more and all of that is durable.</summary>
    public async Task FinishedAsync()
    {
        while (Monitor.Health.Live > 0) await Task.Delay(1);
        await Client.GetAsync("nobody", CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<Hub>().StopAsync();
        await _services.DisposeAsync();
    }
}
