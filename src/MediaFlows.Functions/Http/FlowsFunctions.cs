// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Flows.</summary>
public sealed class FlowsFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public FlowsFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>POST /api/flows/{pipeline}</c>: Start a flow.</summary>
    [Function("startFlow")]
    public Task<IResult> StartFlow(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flows/{pipeline}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("startFlow", request, client);

    /// <summary><c>GET /api/flows</c>: List instances, newest first.</summary>
    [Function("listFlows")]
    public Task<IResult> ListFlows(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/flows")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("listFlows", request, client);

    /// <summary><c>DELETE /api/flows</c>: Purge ended instances by filter.</summary>
    [Function("purgeFlows")]
    public Task<IResult> PurgeFlows(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/flows")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("purgeFlows", request, client);

    /// <summary><c>GET /api/flows/{id}</c>: Status document.</summary>
    [Function("getFlow")]
    public Task<IResult> GetFlow(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/flows/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("getFlow", request, client);

    /// <summary><c>DELETE /api/flows/{id}</c>: Purge one ended instance.</summary>
    [Function("purgeFlow")]
    public Task<IResult> PurgeFlow(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/flows/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("purgeFlow", request, client);

    /// <summary><c>GET /api/flows/{id}/history</c>: Recorded events, redacted.</summary>
    [Function("getFlowHistory")]
    public Task<IResult> GetFlowHistory(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/flows/{id}/history")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("getFlowHistory", request, client);

    /// <summary><c>GET /api/flows/{id}/events</c>: Live status as server-sent events.</summary>
    [Function("watchFlow")]
    public Task<IResult> WatchFlow(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/flows/{id}/events")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("watchFlow", request, client);

    /// <summary><c>POST /api/flows/{id}/cancel</c>: Ask the flow to stop.</summary>
    [Function("cancelFlow")]
    public Task<IResult> CancelFlow(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flows/{id}/cancel")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("cancelFlow", request, client);

    /// <summary><c>POST /api/flows/{id}/terminate</c>: Stop it hard.</summary>
    [Function("terminateFlow")]
    public Task<IResult> TerminateFlow(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flows/{id}/terminate")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("terminateFlow", request, client);

    /// <summary><c>POST /api/flows/{id}/suspend</c>: Hold it.</summary>
    [Function("suspendFlow")]
    public Task<IResult> SuspendFlow(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flows/{id}/suspend")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("suspendFlow", request, client);

    /// <summary><c>POST /api/flows/{id}/resume</c>: Let it go on.</summary>
    [Function("resumeFlow")]
    public Task<IResult> ResumeFlow(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flows/{id}/resume")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("resumeFlow", request, client);

    /// <summary><c>POST /api/flows/{id}/retry</c>: Again from the failed step.</summary>
    [Function("retryFlow")]
    public Task<IResult> RetryFlow(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flows/{id}/retry")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("retryFlow", request, client);

    /// <summary><c>POST /api/flows/{id}/notify</c>: Deliver to the webhook again.</summary>
    [Function("notifyFlow")]
    public Task<IResult> NotifyFlow(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flows/{id}/notify")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("notifyFlow", request, client);

    /// <summary><c>POST /api/flows/{id}/events/{name}</c>: Raise an external event.</summary>
    [Function("raiseFlowEvent")]
    public Task<IResult> RaiseFlowEvent(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/flows/{id}/events/{name}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("raiseFlowEvent", request, client);
}
