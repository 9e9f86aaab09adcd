// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Doctor.</summary>
public sealed class DoctorFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public DoctorFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>GET /api/doctor</c>: Check credentials, storage, clock and reach.</summary>
    [Function("doctor")]
    public Task<IResult> Doctor(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/doctor")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("doctor", request, client);
}
