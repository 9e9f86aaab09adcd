using System.Text;
using MediaFlows.Core.Client;
using MediaFlows.Testing.Contracts;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Engine.Tests;

/// <summary>The embedded engine as the shared contract drives it.</summary>
internal sealed class EngineContractHost(FlowTestHost host, ContractScript script) : IFlowContractHost
{
    public IFlowClient Client => host.Client;

    public VirtualTime Time => host.Time;

    public ContractScript Script => script;

    public static async Task<IFlowContractHost> StartAsync()
    {
        var script = new ContractScript();
        var host = await FlowTestHost.StartAsync(new FlowTestOptions
        {
            Modules = [typeof(ContractModule).Assembly],
            Settings = new Dictionary<string, string>([LimitedModule.Setting], StringComparer.Ordinal),
            Configure = s => s.AddSingleton(script),
        });
        return new EngineContractHost(host, script);
    }

    public Task SettleAsync() => host.SettleAsync();

    public Task<FlowInstance> EndAsync(string id) => host.RunToEndAsync(id);

    public async Task<string> StoredAsync()
    {
        var all = new StringBuilder();
        await foreach (var item in host.Blobs.ListAsync("", CancellationToken.None))
            all.Append(Encoding.Latin1.GetString((await host.Blobs.GetAsync(item.Name, CancellationToken.None))!.Bytes.Span));
        return all.ToString();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
