using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Instances;

/// <summary><c>GET /api/flows/{id}/history</c>.</summary>
public sealed class FlowHistoryHandler
{
    private readonly IFlowClient _client;
    private readonly FlowDocuments _documents;

    /// <summary>Reads through <paramref name="client"/>.</summary>
    public FlowHistoryHandler(IFlowClient client, FlowDocuments documents)
    {
        _client = client;
        _documents = documents;
    }

    /// <summary>One page of events, redacted. Only one page is held in memory, however long the history is.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF2001</c>.</exception>
    public async Task<IResult> ShowAsync(HttpContext context, string id)
    {
        var query = new QueryValues(context.Request.Query);
        var from = query.Whole("from", 0, 0, int.MaxValue);
        var top = query.Whole("top", 200, 1, 1000);
        query.ThrowIfWrong();
        await _client.RequireAsync(id, context.RequestAborted);
        var events = new List<HistoryEventDocument>(Math.Min(top, 64));
        await foreach (var e in _client.HistoryAsync(id, from, context.RequestAborted))
        {
            if (events.Count == top) return ApiJson.Result(new HistoryDocument(events, e.Sequence));
            events.Add(_documents.Event(e));
        }

        return ApiJson.Result(new HistoryDocument(events, null));
    }
}
