using MediaFlows.Testing.Contracts;

namespace MediaFlows.Functions.Tests.Durable;

/// <summary>The contract of flow hosts, on the Durable Functions adapters.</summary>
public sealed class DurableFlowContractTests : FlowHostContract
{
    protected override Task<IFlowContractHost> StartHostAsync() => Task.FromResult<IFlowContractHost>(new DurableContractHost());
}
