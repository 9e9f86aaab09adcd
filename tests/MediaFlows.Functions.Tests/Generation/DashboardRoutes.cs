using System.Text.RegularExpressions;

namespace MediaFlows.Functions.Tests.Generation;

/// <summary>
/// Routes of the dashboard's files. A catch-all would take every other path from its function, because the Functions host tries routes in the
/// order of the functions' names and not by how exact they are. So a page or file is recognised by its form.
/// </summary>
internal static class DashboardRoutes
{
    private const string Kinds = "[.](css|html|ico|js|png|svg|webmanifest|woff2)$";
    private const string Top = "^[a-z-]+" + Kinds;
    private const string Below = "^js/[a-z/-]+" + Kinds;

    /// <summary>Function names and routes.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["dashboard"] = $"{{asset:regex({Top})?}}",
        ["dashboardFile"] = $"{{*asset:regex({Below})}}",
    };

    public static bool Serves(string path) => path.Length == 0 || Regex.IsMatch(path, Top) || Regex.IsMatch(path, Below);
}
