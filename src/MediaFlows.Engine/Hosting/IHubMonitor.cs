namespace MediaFlows.Engine.Hosting;

/// <summary>Tells who owns the hub and whether it is well. Safe to ask from any thread at any time; makes no storage request.</summary>
public interface IHubMonitor
{
    /// <summary>The hub now.</summary>
    HubHealth Health { get; }

    /// <summary>Completes when the hub has failed, with the reason; a host then stops so that its supervisor can start it anew.</summary>
    Task<Core.Errors.FlowError> Failed { get; }
}
