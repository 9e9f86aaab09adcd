// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Errors.</summary>
public sealed class ErrorsFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public ErrorsFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>GET /api/errors</c>: Every error code.</summary>
    [Function("listErrors")]
    public Task<IResult> ListErrors(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/errors")] HttpRequest request) => _routes.HandleAsync("listErrors", request);

    /// <summary><c>GET /api/errors/{code}</c>: An error's page.</summary>
    [Function("getError")]
    public Task<IResult> GetError(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/errors/{code}")] HttpRequest request) => _routes.HandleAsync("getError", request);
}
