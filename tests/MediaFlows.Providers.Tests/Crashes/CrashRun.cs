using MediaFlows.Core.Activities;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Serialization;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.Crashes;

/// <summary>One run of a flow on the embedded engine, killed at one boundary and started again on the same storage.</summary>
internal sealed class CrashRun(IReadOnlyDictionary<string, string> settings, VirtualTime time)
{
    private readonly TestMedia _media = new();

    /// <summary>Media that survives the crash.</summary>
    public TestMedia Media => _media;

    /// <summary>Runs <paramref name="flow"/> to its end; returns it, and the boundaries that were passed.</summary>
    public async Task<(FlowInstance Ended, int Boundaries)> RunAsync(string flow, string input, int killAt)
    {
        var points = new CrashPoints(killAt);
        await using var host = await FlowTestHost.StartAsync(new FlowTestOptions
        {
            Modules = [typeof(Providers.ProviderAssembly).Assembly],
            Settings = settings,
            Time = time,
            Configure = services => Configure(services, () => points),
        });
        var id = await host.StartAsync(flow, await PrepareAsync(host, flow, input), "crash");
        for (var quiet = 0; ; quiet++)
        {
            if (points.Killed.Task.IsCompleted)
            {
                points = new CrashPoints(killAt: 0);
                await host.CrashAndRestartAsync();
                quiet = 0;
            }

            if (await host.Client.GetAsync(id, default) is { } instance && instance.Status.IsEnded()) return (instance, points.Passed);
            if (points.IsBusy) quiet = 0;
            else if (quiet > 6) time.AdvanceToNextTimer();
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    private void Configure(IServiceCollection services, Func<CrashPoints> points)
    {
        services.AddSingleton(_media);
        var activities = services.Where(d => d.ServiceType == typeof(IActivity)).ToList();
        foreach (var descriptor in activities)
        {
            services.Remove(descriptor);
            services.AddSingleton<IActivity>(s => points().Around((IActivity)ActivatorUtilities.CreateInstance(s, descriptor.ImplementationType!)));
        }
    }

    private static async Task<object> PrepareAsync(FlowTestHost host, string flow, string input)
    {
        var found = host.Services.GetRequiredService<FlowCatalog>().RequireFlow(flow);
        var read = host.Services.GetRequiredService<FlowSerializer>().ReadInput(System.Text.Json.JsonDocument.Parse(input).RootElement, found.InputType);
        var preparation = new FlowPreparation(host.Services.GetRequiredService<IConfiguration>(), host.Services.GetRequiredService<IMediaReader>(), false, host.Services);
        return await found.PrepareAsync(read, preparation, default);
    }
}
