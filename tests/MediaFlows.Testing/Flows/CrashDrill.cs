using System.Reflection;
using System.Text.Json;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Callbacks;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Queries;
using MediaFlows.Core.Serialization;
using MediaFlows.Engine.Runtime;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Testing.Flows;

/// <summary>
/// Runs one flow on the embedded engine again and again, and kills the process before and after each of its activity calls and each write of the
/// submission ledger in turn: one run per place, none left out. The provider (a simulator) and the storage live on; after the restart the flow must end by itself.
/// </summary>
public sealed class CrashDrill(Assembly module, IReadOnlyDictionary<string, string> settings, VirtualTime time)
{
    /// <summary>Media that all processes see.</summary>
    public TestMedia Media { get; } = new();

    /// <summary>Adds or replaces services of every process.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Runs the drill and returns the number of crashes. <paramref name="check"/> gets each ended instance, the activity that died (or <c>ledger</c>), and on which side of its work.</summary>
    public async Task<int> RunAsync(string flow, string inputJson, Action<FlowInstance, string, bool> check)
    {
        var crashes = 0;
        for (var number = 1; ; number++)
        {
            foreach (var after in (bool[])[false, true])
            {
                var plan = new CrashPlan(number, after);
                var instance = await RunOnceAsync(flow, inputJson, plan);
                if (!plan.Crashed.IsCompletedSuccessfully) return crashes;
                crashes++;
                check(instance, await plan.Crashed, after);
            }
        }
    }

    private async Task<FlowInstance> RunOnceAsync(string flow, string inputJson, CrashPlan plan)
    {
        await using var host = await FlowTestHost.StartAsync(new FlowTestOptions
        {
            Modules = [module],
            Settings = settings,
            Time = time,
            Blobs = new MortalLedgerStore(time, plan),
            Configure = s => Configure(s, plan),
        });
        var id = $"drill-{plan.Number}-{plan.After}";
        await host.StartAsync(flow, await PrepareAsync(host, flow, inputJson), id);
        var died = await PumpAsync(host, id, plan.Crashed);
        if (died is not null) return died;
        await host.CrashAndRestartAsync();
        return (await PumpAsync(host, id, new TaskCompletionSource<string>().Task))!;
    }

    private void Configure(IServiceCollection services, CrashPlan plan)
    {
        services.AddSingleton(Media);
        Services?.Invoke(services);
        services.AddSingleton(s => new FlowCatalog(
            s.GetServices<IFlow>(),
            s.GetServices<IActivity>().Select(plan.Apply),
            s.GetServices<IQuery>(),
            s.GetServices<IProviderCallback>(),
            s.GetServices<CommandDescriptor>(),
            s.GetServices<IProviderModule>()));
    }

    private async Task<object> PrepareAsync(FlowTestHost host, string name, string inputJson)
    {
        var flow = host.Catalog.RequireFlow(name);
        var input = host.Services.GetRequiredService<FlowSerializer>().ReadInput(JsonDocument.Parse(inputJson).RootElement, flow.InputType);
        var preparation = new FlowPreparation(host.Services.GetRequiredService<IConfiguration>(), Media, services: host.Services);
        return await flow.PrepareAsync(input, preparation, CancellationToken.None);
    }

    // Time passes only while the hub has nothing at all to do: a provider call under way is real and needs real time.
    private async Task<FlowInstance?> PumpAsync(FlowTestHost host, string id, Task crashed)
    {
        var hub = host.Services.GetRequiredService<Hub>();
        for (var quiet = 0; ;)
        {
            if (crashed.IsCompleted) return null;
            var instance = await host.Client.GetAsync(id, CancellationToken.None);
            if (instance?.Status.IsEnded() == true) return instance;
            quiet = hub.IsQuiet ? quiet + 1 : 0;
            if (quiet >= 2) time.AdvanceToNextTimer();
            else await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System); // Real I/O (a simulated cloud) is on its way: let it come.
        }
    }
}
