// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Limits.</summary>
public sealed class LimitsFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public LimitsFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>GET /api/limits</c>: Limits at each provider and their use.</summary>
    [Function("listLimits")]
    public Task<IResult> ListLimits(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/limits")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("listLimits", request, client);
}
