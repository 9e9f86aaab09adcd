// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Ingest.</summary>
public sealed class IngestFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public IngestFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>GET /api/ingest/poison</c>: Messages that could not be worked on.</summary>
    [Function("listPoison")]
    public Task<IResult> ListPoison(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/ingest/poison")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("listPoison", request, client);

    /// <summary><c>POST /api/ingest/poison/requeue</c>: Send quarantined messages back to the queue.</summary>
    [Function("requeuePoison")]
    public Task<IResult> RequeuePoison(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/ingest/poison/requeue")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("requeuePoison", request, client);
}
