using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Api.Routing;

/// <summary>How the route table reaches handlers and route values.</summary>
internal static class RouteValueReading
{
    public static T Handler<T>(this HttpContext context)
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    public static string Route(this HttpContext context, string name) => context.GetRouteValue(name) as string ?? "";
}
