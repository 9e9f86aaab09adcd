using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Functions.Client;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Functions.Purging;

/// <summary>
/// Purges finished instances whose retention is over: the flow's own, else <c>MEDIAFLOWS_RETENTION_DAYS</c> (30). Instances that wait for a
/// person (<see cref="FlowStatus.NeedsAttention"/>) are never purged by time, and a child not before its parent, which may yet be resumed.
/// </summary>
public sealed class RetentionPurge
{
    private static readonly FlowStatus[] Ended =
        [FlowStatus.Completed, FlowStatus.Failed, FlowStatus.TimedOut, FlowStatus.Cancelled, FlowStatus.Terminated];

    private readonly IFlowClient _flows;
    private readonly BoundDurableClient _client;
    private readonly FlowCatalog _catalog;
    private readonly TimeProvider _time;
    private readonly TimeSpan _default;
    private readonly ILogger<RetentionPurge> _logger;

    /// <summary>Puts the parts together.</summary>
    public RetentionPurge(
        IFlowClient flows, BoundDurableClient client, FlowCatalog catalog, TimeProvider time, IConfiguration settings, ILogger<RetentionPurge> logger)
    {
        _flows = flows;
        _client = client;
        _catalog = catalog;
        _time = time;
        _logger = logger;
        _default = TimeSpan.FromDays(double.TryParse(settings["MEDIAFLOWS_RETENTION_DAYS"], out var days) && days > 0 ? days : 30);
    }

    /// <summary>Purges once; what could not be purged is left for the next time.</summary>
    public async Task RunAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        _client.Use(client);
        var now = _time.GetUtcNow();
        var shortest = _catalog.AllVersions.Select(f => f.Info.Retention ?? _default).Append(_default).Min();
        var query = new FlowQuery { Statuses = Ended, CreatedTo = now - shortest, IncludeChildren = true, Top = 500 };
        var purged = 0;
        do
        {
            var page = await _flows.ListAsync(query, cancellationToken);
            foreach (var instance in page.Items.Where(i => i.EndedAt + Retention(i) <= now))
                if (await IsFreeAsync(instance, cancellationToken) && await PurgeAsync(instance.Id, cancellationToken)) purged++;
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);

        if (purged > 0) _logger.LogInformation("Purged {Count} finished instances", purged);
    }

    private TimeSpan Retention(FlowInstance instance) => _catalog.FindFlow(instance.Flow, instance.Version)?.Info.Retention ?? _default;

    private async Task<bool> IsFreeAsync(FlowInstance instance, CancellationToken cancellationToken) =>
        instance.ParentId is null || await _flows.GetAsync(instance.ParentId, cancellationToken) is null;

    private async Task<bool> PurgeAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await _flows.PurgeAsync(id, cancellationToken);
        }
        catch (FlowException e)
        {
            _logger.LogWarning("Instance {InstanceId} could not be purged: {Code} {Reason}", id, e.Error.Code, e.Error.Message);
            return false;
        }
    }
}
