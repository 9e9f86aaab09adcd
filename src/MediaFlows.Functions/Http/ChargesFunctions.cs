// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Charges.</summary>
public sealed class ChargesFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public ChargesFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>GET /api/charges</c>: Charged submits of the hub today, and the daily limit.</summary>
    [Function("getCharges")]
    public Task<IResult> GetCharges(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/charges")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("getCharges", request, client);
}
