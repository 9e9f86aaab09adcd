// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Media.</summary>
public sealed class MediaFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public MediaFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>PUT /api/media/{*name}</c>: Store a file.</summary>
    [Function("putMedia")]
    public Task<IResult> PutMedia(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/media/{*name}")] HttpRequest request) => _routes.HandleAsync("putMedia", request);

    /// <summary><c>GET /api/media/{*name}</c>: Read a file.</summary>
    [Function("getMedia")]
    public Task<IResult> GetMedia(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/media/{*name}")] HttpRequest request) => _routes.HandleAsync("getMedia", request);

    /// <summary><c>HEAD /api/media/{*name}</c>: Look at a file.</summary>
    [Function("headMedia")]
    public Task<IResult> HeadMedia(
        [HttpTrigger(AuthorizationLevel.Function, "head", Route = "api/media/{*name}")] HttpRequest request) => _routes.HandleAsync("headMedia", request);

    /// <summary><c>DELETE /api/media/{*name}</c>: Delete a file.</summary>
    [Function("deleteMedia")]
    public Task<IResult> DeleteMedia(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/media/{*name}")] HttpRequest request) => _routes.HandleAsync("deleteMedia", request);
}
