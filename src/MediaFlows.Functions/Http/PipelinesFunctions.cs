// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Pipelines.</summary>
public sealed class PipelinesFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public PipelinesFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>GET /api/pipelines</c>: The catalog.</summary>
    [Function("listPipelines")]
    public Task<IResult> ListPipelines(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/pipelines")] HttpRequest request) => _routes.HandleAsync("listPipelines", request);

    /// <summary><c>GET /api/pipelines/{name}</c>: One flow or query with its schemas.</summary>
    [Function("getPipeline")]
    public Task<IResult> GetPipeline(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/pipelines/{name}")] HttpRequest request) => _routes.HandleAsync("getPipeline", request);
}
