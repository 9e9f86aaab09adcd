using MediaFlows.Testing.Contracts;

namespace MediaFlows.Engine.Tests;

/// <summary>What a user notices, as on every host.</summary>
public sealed class EngineContractTests : FlowHostContract
{
    protected override Task<IFlowContractHost> StartHostAsync() => EngineContractHost.StartAsync();
}
