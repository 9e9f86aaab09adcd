using MediaFlows.Core.Client;
using MediaFlows.Testing.Time;

namespace MediaFlows.Testing.Contracts;

/// <summary>A flow host on virtual time, as the shared contract drives it.</summary>
public interface IFlowContractHost : IAsyncDisposable
{
    IFlowClient Client { get; }

    VirtualTime Time { get; }

    /// <summary>What the contract's activities do and saw; the host registers it as a service.</summary>
    ContractScript Script { get; }

    /// <summary>Lets everything run that can run at this very time.</summary>
    Task SettleAsync();

    /// <summary>Lets virtual time pass until the instance has ended, at most two days.</summary>
    Task<FlowInstance> EndAsync(string id);

    /// <summary>Everything that the host has stored, as text: to look for what must not be in it.</summary>
    Task<string> StoredAsync();
}
