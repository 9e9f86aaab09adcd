using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Api.Callbacks;

/// <summary>Wakes the poll loops that wait for a provider's job. The event says only that it is worth asking now.</summary>
public sealed class JobWaker
{
    private static readonly FlowStatus[] Live = [FlowStatus.Pending, FlowStatus.Running, FlowStatus.Suspended];
    private readonly ISubmissionLedger _ledger;
    private readonly IFlowClient _client;
    private readonly FlowSerializer _serializer;

    /// <summary>Finds jobs in <paramref name="ledger"/>.</summary>
    public JobWaker(ISubmissionLedger ledger, IFlowClient client, FlowSerializer serializer)
    {
        _ledger = ledger;
        _client = client;
        _serializer = serializer;
    }

    /// <summary>Wakes whoever waits for <paramref name="jobId"/>; returns how many. None is no error: the job may be done, or not ours.</summary>
    public async Task<int> WakeAsync(string provider, string jobId, CancellationToken cancellationToken)
    {
        if (await _ledger.FindInstanceAsync(provider, jobId, cancellationToken) is not { } instanceId) return 0;
        var woken = 0;
        await foreach (var record in _ledger.ListAsync(instanceId, cancellationToken))
        {
            if (record.Provider != provider || record.JobId != jobId) continue;
            // The poll loop of a step is the child "{instance}:{step}.{round}" (see ProviderJobs).
            var waiting = await _client.ListAsync(
                new FlowQuery { ParentId = instanceId, IdPrefix = $"{instanceId}:{record.Step}.", IncludeChildren = true, Statuses = Live }, cancellationToken);
            foreach (var child in waiting.Items)
                if (await RaiseAsync(child.Id, jobId, cancellationToken)) woken++;
        }

        return woken;
    }

    private async Task<bool> RaiseAsync(string id, string jobId, CancellationToken cancellationToken)
    {
        try
        {
            await _client.RaiseEventAsync(id, FlowEvents.Callback, _serializer.ToElement(new CallbackHint(jobId)), cancellationToken);
            return true;
        }
        catch (FlowException e) when (e.Error.Code is ErrorCodes.InstanceNotFound or ErrorCodes.InvalidState)
        {
            // It ended between the listing and now.
            return false;
        }
    }
}
