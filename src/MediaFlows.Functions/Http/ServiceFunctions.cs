// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Service.</summary>
public sealed class ServiceFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public ServiceFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>GET /healthz</c>: The process runs.</summary>
    [Function("healthz")]
    public Task<IResult> Healthz(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "healthz")] HttpRequest request) => _routes.HandleAsync("healthz", request);

    /// <summary><c>GET /readyz</c>: The host takes work.</summary>
    [Function("readyz")]
    public Task<IResult> Readyz(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "readyz")] HttpRequest request) => _routes.HandleAsync("readyz", request);

    /// <summary><c>GET /openapi/v1.json</c>: The OpenAPI document.</summary>
    [Function("openApi")]
    public Task<IResult> OpenApi(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "openapi/v1.json")] HttpRequest request) => _routes.HandleAsync("openApi", request);

    /// <summary><c>GET /{*asset}</c>: The dashboard's files.</summary>
    [Function("dashboard")]
    public Task<IResult> Dashboard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{asset:regex(^[a-z-]+[.](css|html|ico|js|png|svg|webmanifest|woff2)$)?}")] HttpRequest request) => _routes.HandleAsync("dashboard", request);

    /// <summary><c>GET /{*asset}</c>: The dashboard's files.</summary>
    [Function("dashboardFile")]
    public Task<IResult> DashboardFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*asset:regex(^js/[a-z/-]+[.](css|html|ico|js|png|svg|webmanifest|woff2)$)}")] HttpRequest request) => _routes.HandleAsync("dashboard", request);
}
