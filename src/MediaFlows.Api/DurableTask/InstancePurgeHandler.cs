using MediaFlows.Api.Instances;
using MediaFlows.Api.Problems;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.DurableTask;

/// <summary><c>DELETE /runtime/webhooks/durabletask/instances…</c>.</summary>
public sealed class InstancePurgeHandler
{
    private readonly IFlowClient _client;

    /// <summary>Purges through <paramref name="client"/>.</summary>
    public InstancePurgeHandler(IFlowClient client) => _client = client;

    /// <summary>Purges one ended instance.</summary>
    /// <exception cref="FlowException"><c>MF2001</c>, <c>MF2002</c>.</exception>
    public async Task<IResult> PurgeOneAsync(HttpContext context, string id) =>
        await _client.PurgeAsync(id, context.RequestAborted) ? ApiJson.Result(new InstancesDeleted(1)) : throw InstanceLookup.Missing(id);

    /// <summary>Purges by filter; <c>createdTimeFrom</c> is needed, as in that API.</summary>
    public async Task<IResult> PurgeManyAsync(HttpContext context)
    {
        var query = new QueryValues(context.Request.Query);
        var filter = new PurgeFilter([.. InstanceQueryHandler.Statuses(query).Where(s => s.IsEnded())], query.Time("createdTimeFrom"), query.Time("createdTimeTo"));
        if (filter.CreatedFrom is null) query.Add("createdTimeFrom", "Name the time from which on instances are purged.");
        if (filter.Statuses.Count == 0 && query.List("runtimeStatus").Count > 0) query.Add("runtimeStatus", "Only ended instances can be purged.");
        query.ThrowIfWrong();
        var count = await _client.PurgeAsync(filter, context.RequestAborted);
        return count > 0
            ? ApiJson.Result(new InstancesDeleted(count))
            : ProblemResult.From(new FlowError(ErrorCodes.InstanceNotFound, "No ended instance fits the filter."), context);
    }
}
