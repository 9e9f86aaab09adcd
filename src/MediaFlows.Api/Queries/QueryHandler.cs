using System.Text.Json;
using MediaFlows.Api.Reading;
using MediaFlows.Api.Start;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Queries;
using MediaFlows.Core.Serialization;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Queries;

/// <summary><c>POST /api/queries/{name}</c>: synchronous look-ups.</summary>
public sealed class QueryHandler
{
    private readonly FlowCatalog _catalog;
    private readonly FlowSerializer _serializer;

    /// <summary>Asks what is in <paramref name="catalog"/>.</summary>
    public QueryHandler(FlowCatalog catalog, FlowSerializer serializer)
    {
        _catalog = catalog;
        _serializer = serializer;
    }

    private DryRunDocument Plan(IQuery query, object input)
    {
        if (query is not IPlannedQuery planned) throw new InvalidInputException("dryRun", $"{query.Name} cannot be shown without asking it; nothing was asked.");
        var requests = planned.Plan(input);
        var shown = _serializer.Reveal(JsonSerializer.SerializeToNode(input, query.InputType, _serializer.Options), toOwner: false);
        return new DryRunDocument(query.Name, requests.Any(r => r.Charged), null, shown, requests);
    }

    /// <summary>Asks; the answer has the document's shape, with secrets blanked and signed URLs whole, since the caller asked for them.
    /// A look-up that can stream does so when the request accepts <c>text/event-stream</c>. With <c>?dryRun=true</c> nothing is asked and the requests are shown.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF1001</c>, <c>MF1003</c>, or the provider's refusal.</exception>
    public async Task<IResult> AskAsync(HttpContext context, string name)
    {
        var query = _catalog.RequireQuery(name);
        var body = await JsonBody.ReadObjectAsync(context.Request, context.RequestAborted);
        var input = _serializer.ReadInput(body, query.InputType);
        if (new QueryValues(context.Request.Query).Flag("dryRun")) return ApiJson.Result(Plan(query, input));
        if (QueryStream.IsWanted(context.Request, query)) return await QueryStream.OpenAsync((IStreamingQuery)query, input, _serializer, context.RequestAborted);
        var output = await query.RunAsync(input, context.RequestAborted);
        var json = JsonSerializer.SerializeToNode(output, query.OutputType, _serializer.Options);
        return ApiJson.Result(_serializer.Reveal(json, toOwner: true));
    }
}
