using System.Text.Json;
using MediaFlows.Core.Flows;

namespace MediaFlows.Core.Client;

/// <summary>
/// Starts, reads and steers instances on whichever host runs them. A method that returns has been recorded durably.
/// Failures are <see cref="Errors.FlowException"/>: <c>MF2001</c> unknown id, <c>MF2002</c> wrong state, <c>MF2003</c> id taken,
/// <c>MF4001</c> storage, <c>MF4003</c> hub lost, <c>MF4006</c> overloaded.
/// </summary>
public interface IFlowClient
{
    /// <summary>Starts an instance and returns its id. The id is taken for good until it is purged: a second start with it is <c>MF2003</c>.</summary>
    Task<string> StartAsync(FlowStart start, CancellationToken cancellationToken);

    /// <summary>One instance with input and output, or null.</summary>
    Task<FlowInstance?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>A page of instances.</summary>
    Task<FlowPage> ListAsync(FlowQuery query, CancellationToken cancellationToken);

    /// <summary>Recorded events in order, from <paramref name="from"/>.</summary>
    IAsyncEnumerable<FlowHistoryEvent> HistoryAsync(string id, long from, CancellationToken cancellationToken);

    /// <summary>The instance now and after every change, until it has ended or the caller stops.</summary>
    IAsyncEnumerable<FlowInstance> WatchAsync(string id, CancellationToken cancellationToken);

    /// <summary>Sends an external event; kept if nobody waits for it yet.</summary>
    Task RaiseEventAsync(string id, string name, JsonElement payload, CancellationToken cancellationToken);

    /// <summary>Asks the flow to stop; it ends <see cref="FlowStatus.Cancelled"/> by its own code.</summary>
    Task CancelAsync(string id, string? reason, CancellationToken cancellationToken);

    /// <summary>Stops it hard, with its sub-orchestrations.</summary>
    Task TerminateAsync(string id, string? reason, CancellationToken cancellationToken);

    /// <summary>Holds it: events and results are recorded, no code runs.</summary>
    Task SuspendAsync(string id, string? reason, CancellationToken cancellationToken);

    /// <summary>Lets a suspended instance go on, or makes a <see cref="FlowStatus.TimedOut"/> or <see cref="FlowStatus.NeedsAttention"/> one go on from its end.</summary>
    Task ResumeAsync(string id, ResumeDecision decision, CancellationToken cancellationToken);

    /// <summary>Makes a failed (or timed out, or needing attention) instance go on: finished steps are kept, the failed ones run again.</summary>
    Task RetryAsync(string id, ResumeDecision decision, CancellationToken cancellationToken);

    /// <summary>Starts a new instance with the same input; with <paramref name="sameId"/> the ended one is replaced. Returns the id.</summary>
    Task<string> RestartAsync(string id, bool sameId, CancellationToken cancellationToken);

    /// <summary>Removes an ended instance with its history, ledger entries and blobs; false when there is none.</summary>
    Task<bool> PurgeAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes every ended instance that <paramref name="filter"/> names; returns how many.</summary>
    Task<int> PurgeAsync(PurgeFilter filter, CancellationToken cancellationToken);
}
