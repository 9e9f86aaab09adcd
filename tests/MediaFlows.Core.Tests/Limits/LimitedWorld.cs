using MediaFlows.Core.Activities;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Limits.Flows;
using MediaFlows.Core.Tests.Jobs;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Tests.Limits;

/// <summary>The embedded engine with a provider whose limits are set.</summary>
internal sealed class LimitedWorld : IAsyncDisposable
{
    private LimitedWorld(FlowTestHost host, BusyCloud cloud) => (Host, Cloud) = (host, cloud);

    public FlowTestHost Host { get; }

    public BusyCloud Cloud { get; }

    public static async Task<LimitedWorld> StartAsync(params (string Name, string Value)[] settings)
    {
        var time = new VirtualTime();
        var cloud = new BusyCloud(time);
        var host = await FlowTestHost.StartAsync(new FlowTestOptions
        {
            Time = time,
            Settings = settings.ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal),
            Configure = s => s.AddSingleton(cloud).AddSingleton<IFlow, BusyFlow>().AddSingleton<IActivity, BusySubmit>().AddSingleton<IActivity, BusyPoll>().AddSingleton<IProviderModule, BusyModule>(),
        });
        return new LimitedWorld(host, cloud);
    }

    /// <summary>Starts jobs one after another, so that they ask in this order.</summary>
    public async Task<List<string>> StartJobsAsync(int count, string prefix = "f")
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await StartAsync($"{prefix}{i:D3}"));
            await Host.SettleAsync();
        }

        return ids;
    }

    public Task<string> StartAsync(string id, string? what = null, int maxAttempts = 360) => Host.StartAsync("busy.job", new JobFlowInput(what ?? id) { MaxAttempts = maxAttempts }, id);

    public async Task<FlowInstance> GetAsync(string id) => (await Host.Client.GetAsync(id, default))!;

    /// <summary>Jobs that hold a place and submits that wait, as the limiter shows them.</summary>
    public async Task<(int Running, int Waiting)> UseAsync()
    {
        var limits = (await GetAsync(LimiterFlow.InstanceOf(BusyModule.Provider))).Progress!["limits"]!;
        return (limits["running"]!.GetValue<int>(), limits["waiting"]!.GetValue<int>());
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
