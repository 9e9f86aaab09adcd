namespace MediaFlows.Api.Routing;

/// <summary>
/// The HTTP surface as one table. The embedded host maps it, the Functions app has one function per row (but for the rows that the Durable Task
/// extension serves itself), the OpenAPI document and the key tests read it.
/// </summary>
public static class ApiRoutes
{
    /// <summary>Name of the route that serves the dashboard's files.</summary>
    public const string DashboardName = "dashboard";

    /// <summary>Every route.</summary>
    public static IReadOnlyList<ApiRoute> All { get; } = [.. FlowRoutes.All, .. BatchRoutes.All, .. RecipeRoutes.All, .. InstanceRoutes.All, .. ResourceRoutes.All, .. ServiceRoutes.All];

    /// <summary>The route of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static ApiRoute Named(string name) => All.FirstOrDefault(r => r.Name == name) ?? throw new KeyNotFoundException(name);
}
