using MediaFlows.Api.Dashboard;
using MediaFlows.Api.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MediaFlows.Api.Routing;

/// <summary>Maps the table on ASP.NET Core, for the embedded host and for tests.</summary>
public static class ApiEndpoints
{
    /// <summary>Adds routing, the gate and every route. Middleware that corrects the request (forwarded headers) goes before this.</summary>
    public static void UseMediaFlowsApi(this WebApplication app)
    {
        app.UseRouting();
        app.UseMiddleware<ApiGate>();
        foreach (var route in ApiRoutes.All)
        {
            if (route.Name != ApiRoutes.DashboardName) Map(app, route, route.Pattern, [route.Method]);
        }

        // One route per file instead of a catch-all: an unknown path stays unknown, and stays closed.
        var dashboard = ApiRoutes.Named(ApiRoutes.DashboardName);
        Map(app, dashboard, "/", ["GET", "HEAD"]);
        foreach (var asset in DashboardAssets.All) Map(app, dashboard, "/" + asset.Path, ["GET", "HEAD"], asset.Path);
    }

    private static void Map(WebApplication app, ApiRoute route, string pattern, string[] methods, string? asset = null)
    {
        var endpoint = app.MapMethods(pattern, methods, async context =>
        {
            if (asset is not null) context.Request.RouteValues["asset"] = asset;
            var result = await route.HandleAsync(context);
            await result.ExecuteAsync(context);
        });
        endpoint.WithMetadata(route).WithName(asset is null ? route.Name : $"{route.Name}:{asset}");
    }
}
