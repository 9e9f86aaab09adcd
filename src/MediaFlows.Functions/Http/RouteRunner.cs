using MediaFlows.Api.Routing;
using MediaFlows.Functions.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Http;

/// <summary>What every HTTP function does: calls the route of the shared table that it stands for.</summary>
public sealed class RouteRunner
{
    private readonly BoundDurableClient _client;

    /// <summary>Hands clients on through <paramref name="client"/>.</summary>
    public RouteRunner(BoundDurableClient client) => _client = client;

    /// <summary>
    /// Answers a request whose key the Functions host has checked. The answer is written here and not by the caller, because a stream
    /// (server-sent events, media) still needs the client while it is written.
    /// </summary>
    public async Task<IResult> HandleAsync(string route, HttpRequest request, DurableTaskClient? client = null)
    {
        if (client is not null) _client.Use(client);
        var result = await ApiRoutes.Named(route).HandleAsync(request.HttpContext);
        await result.ExecuteAsync(request.HttpContext);
        return Results.Empty;
    }
}
