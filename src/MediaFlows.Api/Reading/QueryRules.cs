using MediaFlows.Api.Routing;
using MediaFlows.Core.Errors;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Reading;

/// <summary>Refuses query parameters that a route does not know: a mistyped filter must not widen a purge, a mistyped option must not start a run.</summary>
internal static class QueryRules
{
    public static void Check(ApiRoute route, IQueryCollection query)
    {
        var errors = new InputErrors();
        foreach (var name in query.Keys)
        {
            if (route.Parameters.Any(p => !p.InHeader && string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))) continue;
            var known = route.Parameters.Where(p => !p.InHeader).Select(p => p.Name).ToList();
            errors.Add(name, $"The query parameter '{name}' is not known here. {(known.Count == 0 ? "There are none." : "Known: " + string.Join(", ", known) + ".")}");
        }

        errors.ThrowIfAny();
    }
}
