using System.Text.Json.Nodes;
using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Flows;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Pipelines;

/// <summary><c>GET /api/pipelines…</c>: the catalog.</summary>
public sealed class PipelineHandler
{
    private readonly FlowCatalog _catalog;
    private readonly JsonSchemas _schemas;

    /// <summary>Shows <paramref name="catalog"/>.</summary>
    public PipelineHandler(FlowCatalog catalog, JsonSchemas schemas)
    {
        _catalog = catalog;
        _schemas = schemas;
    }

    /// <summary>All public flows, queries and providers.</summary>
    public Task<IResult> ListAsync(HttpContext context)
    {
        var links = ApiLinks.For(context);
        return Task.FromResult(ApiJson.Result(new CatalogDocument(
            [.. _catalog.Modules.Select(m => new ProviderDocument(m.Name, m.Title))],
            [.. _catalog.Flows.Where(f => !f.Info.Internal).Select(f => Summary(f.Info, links))],
            [.. _catalog.Queries.Select(q => new QueryDocument(q.Name, q.Description))])));
    }

    /// <summary>One flow, or query, with its schemas.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF1003</c>.</exception>
    public Task<IResult> ShowAsync(HttpContext context, string name)
    {
        if (_catalog.FindQuery(name) is { } query)
        {
            return Task.FromResult(ApiJson.Result(new QueryDocument(query.Name, query.Description)
            {
                InputSchema = _schemas.Input(query.InputType),
                OutputSchema = _schemas.Output(query.OutputType),
            }));
        }

        var flow = _catalog.RequireFlow(name);
        return Task.FromResult(ApiJson.Result(new PipelineDocument(Summary(flow.Info, ApiLinks.For(context)))
        {
            InputSchema = _schemas.Input(flow.InputType),
            OutputSchema = _schemas.Output(flow.OutputType),
            Example = flow.Info.ExampleInput is { } example ? JsonNode.Parse(example) : null,
        }));
    }

    private static PipelineSummary Summary(FlowInfo info, ApiLinks links) => new()
    {
        Name = info.Name,
        Version = info.Version,
        Provider = info.Provider,
        Description = info.Description,
        Charged = info.Charged,
        CostNotice = info.CostNotice,
        Stages = info.Stages,
        Links = new PipelineLinks(links.To("/api/pipelines/" + info.Name), links.To("/api/flows/" + info.Name)),
    };
}
