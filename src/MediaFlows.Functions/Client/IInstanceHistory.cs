using MediaFlows.Core.Client;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Client;

/// <summary>Reads the recorded events of an instance. The worker's client offers this on some storage providers only.</summary>
public interface IInstanceHistory
{
    /// <summary>All events in order.</summary>
    Task<IReadOnlyList<FlowHistoryEvent>> ReadAsync(DurableTaskClient client, string instanceId, CancellationToken cancellationToken);
}
