using MediaFlows.Api.Dashboard;
using MediaFlows.Api.ErrorPages;
using MediaFlows.Api.Health;
using MediaFlows.Api.Limits;
using MediaFlows.Api.OpenApi;

namespace MediaFlows.Api.Routing;

/// <summary>Health, errors, contract and dashboard.</summary>
internal static class ServiceRoutes
{
    public static readonly IReadOnlyList<ApiRoute> All =
    [
        new("listErrors", "GET", "/api/errors", ApiAuth.Key, "Every error code")
        {
            Handler = c => c.Handler<ErrorPageHandler>().ListAsync(c),
            Answers = [new(200, "Codes and titles.", typeof(object))],
        },
        new("getError", "GET", "/api/errors/{code}", ApiAuth.Key, "An error's page")
        {
            Handler = c => c.Handler<ErrorPageHandler>().ShowAsync(c, c.Route("code")),
            Answers = [new(200, "Markdown, JSON or HTML, by Accept.", typeof(ErrorPage))],
        },
        new("doctor", "GET", "/api/doctor", ApiAuth.Key, "Check credentials, storage, clock and reach")
        {
            Handler = c => c.Handler<DoctorHandler>().RunAsync(c),
            Answers = [new(200, "Findings.", typeof(DoctorDocument))],
        },
        new("listLimits", "GET", "/api/limits", ApiAuth.Key, "Limits at each provider and their use")
        {
            Handler = c => c.Handler<LimitsHandler>().ListAsync(c),
            Answers = [new(200, "Providers that have limits.", typeof(LimitsDocument))],
        },
        new("healthz", "GET", "/healthz", ApiAuth.Anonymous, "The process runs")
        {
            Handler = c => c.Handler<HealthHandler>().LiveAsync(c),
            Answers = [new(200, "It does.", typeof(HealthDocument))],
        },
        new("readyz", "GET", "/readyz", ApiAuth.Anonymous, "The host takes work")
        {
            Handler = c => c.Handler<HealthHandler>().ReadyAsync(c),
            Answers = [new(200, "It does.", typeof(HealthDocument))],
        },
        new("openApi", "GET", "/openapi/v1.json", ApiAuth.Key, "The OpenAPI document")
        {
            Handler = c => c.Handler<OpenApiHandler>().ShowAsync(c),
            Answers = [new(200, "OpenAPI 3.1.", typeof(object))],
        },
        new(ApiRoutes.DashboardName, "GET", "/{*asset}", ApiAuth.Anonymous, "The dashboard's files")
        {
            Handler = c => c.Handler<DashboardHandler>().GetAsync(c, c.Route("asset")),
            Answers = [new(200, "A file.", ContentType: "text/html")],
        },
    ];
}
