using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Instances;

/// <summary><c>DELETE /api/flows…</c>: purge.</summary>
public sealed class FlowPurgeHandler
{
    private readonly IFlowClient _client;

    /// <summary>Purges through <paramref name="client"/>.</summary>
    public FlowPurgeHandler(IFlowClient client) => _client = client;

    /// <summary>Purges one ended instance.</summary>
    /// <exception cref="FlowException"><c>MF2001</c>, <c>MF2002</c> while it runs.</exception>
    public async Task<IResult> PurgeOneAsync(HttpContext context, string id) =>
        await _client.PurgeAsync(id, context.RequestAborted) ? ApiJson.Result(new PurgedDocument(1)) : throw InstanceLookup.Missing(id);

    /// <summary>Purges ended instances by filter. Without any filter it must be said that all are meant.</summary>
    /// <exception cref="FlowException"><c>MF1001</c>.</exception>
    public async Task<IResult> PurgeManyAsync(HttpContext context)
    {
        var query = new QueryValues(context.Request.Query);
        var filter = new PurgeFilter(query.States("state"), query.Time("from"), query.Time("to"));
        foreach (var live in filter.Statuses.Where(s => !s.IsEnded())) query.Add("state", $"'{live}' instances have not ended; terminate them first.");
        var narrow = filter.Statuses.Count > 0 || filter.CreatedFrom is not null || filter.CreatedTo is not null;
        if (!query.Flag("all") && !narrow) query.Add("all", "Name a state or a time, or say all=true to purge every ended instance.");
        query.ThrowIfWrong();
        return ApiJson.Result(new PurgedDocument(await _client.PurgeAsync(filter, context.RequestAborted)));
    }
}
