using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace MediaFlows.Api.Instances;

/// <summary><c>GET /api/flows</c>.</summary>
public sealed class FlowListHandler
{
    private readonly IFlowClient _client;
    private readonly FlowDocuments _documents;

    /// <summary>Reads through <paramref name="client"/>.</summary>
    public FlowListHandler(IFlowClient client, FlowDocuments documents)
    {
        _client = client;
        _documents = documents;
    }

    /// <summary>One page, newest first, redacted.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var query = Read(new QueryValues(context.Request.Query));
        var page = await _client.ListAsync(query, context.RequestAborted);
        var links = ApiLinks.For(context);
        if (page.Continuation is { } next)
        {
            var pairs = context.Request.Query.Where(q => q.Key != "cursor").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")));
            context.Response.Headers.Link = $"<{links.To("/api/flows")}{new QueryBuilder(pairs) { { "cursor", next } }}>; rel=\"next\"";
        }

        var items = page.Items.Select(i => _documents.Full(
            i with { Input = query.IncludeInput ? i.Input : null, Output = query.IncludeOutput ? i.Output : null }, links, toOwner: false));
        return ApiJson.Result(new FlowListDocument([.. items], page.Continuation));
    }

    private static FlowQuery Read(QueryValues values)
    {
        var include = values.List("include");
        foreach (var word in include.Where(w => w is not ("input" or "output"))) values.Add("include", $"'{word}' cannot be included; 'input' and 'output' can.");
        var parent = values.Text("parent");
        var query = new FlowQuery
        {
            Statuses = values.States("state"),
            Flow = values.Text("pipeline"),
            Batch = values.Text("batch", 100),
            ParentId = parent,
            IdPrefix = values.Text("idPrefix"),
            CreatedFrom = values.Time("from"),
            CreatedTo = values.Time("to"),
            Top = values.Whole("top", 50, 1, 1000),
            Continuation = values.Text("cursor", 2000),
            IncludeChildren = values.Flag("children") || parent is not null,
            IncludeInput = include.Contains("input", StringComparer.Ordinal),
            IncludeOutput = include.Contains("output", StringComparer.Ordinal),
        };
        values.ThrowIfWrong();
        return query;
    }
}
