// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Queries.</summary>
public sealed class QueriesFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public QueriesFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>POST /api/queries/{name}</c>: Ask a provider.</summary>
    [Function("askQuery")]
    public Task<IResult> AskQuery(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/queries/{name}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("askQuery", request, client);
}
