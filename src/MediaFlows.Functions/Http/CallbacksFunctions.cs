// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Callbacks.</summary>
public sealed class CallbacksFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public CallbacksFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>POST /api/callbacks/{provider}</c>: Receive a provider's callback.</summary>
    [Function("receiveCallback")]
    public Task<IResult> ReceiveCallback(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/callbacks/{provider}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("receiveCallback", request, client);
}
