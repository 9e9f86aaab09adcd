// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Batches.</summary>
public sealed class BatchesFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public BatchesFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>POST /api/batches</c>: Start a batch from a manifest (JSON Lines, CSV) or from one that is stored.</summary>
    [Function("startBatch")]
    public Task<IResult> StartBatch(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/batches")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("startBatch", request, client);

    /// <summary><c>GET /api/batches/{id}</c>: Status of a batch; progress.items counts its items.</summary>
    [Function("getBatch")]
    public Task<IResult> GetBatch(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/batches/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("getBatch", request, client);

    /// <summary><c>GET /api/batches/{id}/results</c>: One JSON line per item, in the manifest's order.</summary>
    [Function("getBatchResults")]
    public Task<IResult> GetBatchResults(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/batches/{id}/results")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("getBatchResults", request, client);

    /// <summary><c>POST /api/batches/{id}/limit</c>: Set the charge limit of a batch; the items that it held back go on.</summary>
    [Function("limitBatch")]
    public Task<IResult> LimitBatch(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/batches/{id}/limit")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("limitBatch", request, client);
}
