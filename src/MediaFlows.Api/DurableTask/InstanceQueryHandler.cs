using MediaFlows.Api.Instances;
using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.DurableTask;

/// <summary><c>GET /runtime/webhooks/durabletask/instances…</c>, as the Durable Functions HTTP API.</summary>
public sealed class InstanceQueryHandler
{
    /// <summary>Header that carries the cursor in both directions.</summary>
    public const string ContinuationHeader = "x-ms-continuation-token";

    // The status answer is one document; a history beyond this is read by pages from /api/flows/{id}/history.
    private const int MaxHistory = 10_000;

    private readonly IFlowClient _client;
    private readonly InstanceDocuments _documents;

    /// <summary>Reads through <paramref name="client"/>.</summary>
    public InstanceQueryHandler(IFlowClient client, InstanceDocuments documents)
    {
        _client = client;
        _documents = documents;
    }

    /// <summary>One instance: <c>200</c> once it has ended, <c>202</c> before.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF2001</c>.</exception>
    public async Task<IResult> ShowAsync(HttpContext context, string id)
    {
        var query = new QueryValues(context.Request.Query);
        var showHistory = query.Flag("showHistory");
        var showOutput = query.Flag("showHistoryOutput");
        var showInput = query.Flag("showInput", absent: true);
        var failAs500 = query.Flag("returnInternalServerErrorOnFailure");
        query.ThrowIfWrong();
        var instance = await _client.RequireAsync(id, context.RequestAborted);
        var history = showHistory ? await HistoryAsync(id, showOutput, context.RequestAborted) : null;
        var status = StatusCodes.Status200OK;
        if (!instance.Status.IsEnded())
        {
            status = StatusCodes.Status202Accepted;
            context.Response.Headers.Location = ApiLinks.For(context).DurableStatus(id);
            context.Response.Headers.RetryAfter = "5";
        }
        else if (failAs500 && instance.Status.ToRuntimeStatus() == "Failed")
        {
            status = StatusCodes.Status500InternalServerError;
        }

        return ApiJson.Result(_documents.Of(instance, showInput, toOwner: true, history), status);
    }

    /// <summary>One page of instances as an array, sub-orchestrations included, redacted.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var query = new QueryValues(context.Request.Query);
        var showInput = query.Flag("showInput", absent: true);
        var filter = new FlowQuery
        {
            Statuses = Statuses(query),
            CreatedFrom = query.Time("createdTimeFrom"),
            CreatedTo = query.Time("createdTimeTo"),
            IdPrefix = query.Text("instanceIdPrefix"),
            Top = query.Whole("top", 100, 1, 1000),
            Continuation = context.Request.Headers[ContinuationHeader].ToString() is { Length: > 0 } token ? token : null,
            IncludeChildren = true,
            IncludeInput = showInput,
            IncludeOutput = true,
        };
        query.ThrowIfWrong();
        var page = await _client.ListAsync(filter, context.RequestAborted);
        if (page.Continuation is { } next) context.Response.Headers[ContinuationHeader] = next;
        return ApiJson.Result<IReadOnlyList<InstanceDocument>>([.. page.Items.Select(i => _documents.Of(i, showInput, toOwner: false))]);
    }

    internal static IReadOnlyList<FlowStatus> Statuses(QueryValues query)
    {
        var all = new List<FlowStatus>();
        foreach (var word in query.List("runtimeStatus"))
        {
            var found = RuntimeStatuses.Of(word);
            if (found.Count == 0) query.Add("runtimeStatus", $"'{word}' is no runtime status.");
            all.AddRange(found);
        }

        return all;
    }

    private async Task<IReadOnlyList<InstanceHistoryEvent>> HistoryAsync(string id, bool showOutput, CancellationToken cancellationToken)
    {
        var events = new List<InstanceHistoryEvent>();
        await foreach (var e in _client.HistoryAsync(id, 0, cancellationToken))
        {
            events.Add(_documents.Event(e, showOutput));
            if (events.Count == MaxHistory) break;
        }

        return events;
    }
}
