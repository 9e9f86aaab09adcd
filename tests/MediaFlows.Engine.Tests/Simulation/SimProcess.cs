using MediaFlows.Core.Catalog;
using MediaFlows.Core.Serialization;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Queries;
using MediaFlows.Engine.Replay;
using MediaFlows.Engine.Runtime;
using MediaFlows.Engine.Tests.Simulation.Flows;
using MediaFlows.Testing.Secrets;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>One simulated process: a hub on its own view of the storage.</summary>
internal sealed class SimProcess
{
    private static readonly FlowSerializer Serializer = new(new TestProtector());

    public SimProcess(SimWorld world)
    {
        Store = new SimulatedStore(world.Blobs, world.Faults, world.Time, world.Late);
        var catalog = new FlowCatalog([new SimFlow()], [new SimActivity(world)]);
        var parts = new EngineParts(catalog, Serializer, NullLoggerFactory.Instance, new TurnSynchronizationContext());
        Hub = new Hub(new HubServices(Store, parts, world.Options, world.Time, world, world, null, NullLogger.Instance, world.Scheduler));
        Client = new EmbeddedFlowClient(Hub, catalog, Serializer, world);
    }

    public SimulatedStore Store { get; }

    public Hub Hub { get; }

    public EmbeddedFlowClient Client { get; }

    public Task<bool> StartAsync() => StartAsync(Hub);

    private static async Task<bool> StartAsync(Hub hub)
    {
        await hub.StartAsync();
        return true;
    }
}
