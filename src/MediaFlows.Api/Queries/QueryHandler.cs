using System.Text.Json;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Queries;
using MediaFlows.Core.Serialization;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Queries;

/// <summary><c>POST /api/queries/{name}</c>: synchronous, uncharged look-ups.</summary>
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

    /// <summary>Asks; the answer has the document's shape, with secrets blanked and signed URLs whole, since the caller asked for them.
    /// A look-up that can stream does so when the request accepts <c>text/event-stream</c>.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF1001</c>, <c>MF1003</c>, or the provider's refusal.</exception>
    public async Task<IResult> AskAsync(HttpContext context, string name)
    {
        var query = _catalog.RequireQuery(name);
        var body = await JsonBody.ReadObjectAsync(context.Request, context.RequestAborted);
        var input = _serializer.ReadInput(body, query.InputType);
        if (QueryStream.IsWanted(context.Request, query)) return await QueryStream.OpenAsync((IStreamingQuery)query, input, _serializer, context.RequestAborted);
        var output = await query.RunAsync(input, context.RequestAborted);
        var json = JsonSerializer.SerializeToNode(output, query.OutputType, _serializer.Options);
        return ApiJson.Result(_serializer.Reveal(json, toOwner: true));
    }
}
