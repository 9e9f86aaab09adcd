using System.Text;
using MediaFlows.Api.Routing;

namespace MediaFlows.Functions.Tests.Generation;

/// <summary>The functions of one group of routes.</summary>
internal static class RouteFunctionsFile
{
    public static string Group(ApiRoute route) => route.Pattern.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["api", var area, ..] && !area.StartsWith('{')
        ? FunctionSources.Pascal(area)
        : "Service";

    public static string Write(string group, IReadOnlyList<ApiRoute> routes)
    {
        var name = group + "Functions";
        var text = new StringBuilder(FunctionSources.Header)
            .Append("using Microsoft.AspNetCore.Http;\nusing Microsoft.Azure.Functions.Worker;\n")
            .Append(routes.Any(NeedsClient) ? "using Microsoft.DurableTask.Client;\n" : "")
            .Append("\nnamespace MediaFlows.Functions.Http;\n\n")
            .Append("/// <summary>Routes of the shared table: ").Append(group).Append(".</summary>\n")
            .Append("public sealed class ").Append(name).Append("\n{\n    private readonly RouteRunner _routes;\n\n")
            .Append("    /// <summary>Answers with <paramref name=\"routes\"/>.</summary>\n    public ").Append(name).Append("(RouteRunner routes) => _routes = routes;\n");
        foreach (var route in routes)
        {
            if (route.Name != ApiRoutes.DashboardName) text.Append('\n').Append(Function(route, route.Name, route.Pattern.TrimStart('/'), [route.Method]));
            else foreach (var (function, pattern) in DashboardRoutes.All) text.Append('\n').Append(Function(route, function, pattern, ["GET", "HEAD"]));
        }

        return text.Append("}\n").ToString();
    }

    private static string Function(ApiRoute route, string function, string pattern, string[] verbs)
    {
        var level = route.Auth == ApiAuth.Anonymous ? "Anonymous" : "Function";
        var methods = string.Join(", ", verbs.Select(v => $"\"{v.ToLowerInvariant()}\""));
        var client = NeedsClient(route);
        return $"    /// <summary><c>{route.Method} {route.Pattern}</c>: {Escape(route.Summary)}.</summary>\n    [Function(\"{function}\")]\n"
            + $"    public Task<IResult> {FunctionSources.Pascal(function)}(\n"
            + $"        [HttpTrigger(AuthorizationLevel.{level}, {methods}, Route = \"{pattern}\")] HttpRequest request"
            + (client ? ",\n        [DurableClient] DurableTaskClient client" : "")
            + $") => _routes.HandleAsync(\"{route.Name}\", request{(client ? ", client" : "")});\n";
    }

    // What reads or steers instances; the rest answers without the platform.
    private static bool NeedsClient(ApiRoute route) => Group(route) is not ("Pipelines" or "Errors" or "Media" or "Service");

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
