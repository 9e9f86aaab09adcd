using System.Text;
using MediaFlows.Api.Routing;
using MediaFlows.Core.Catalog;

namespace MediaFlows.Functions.Tests.Generation;

/// <summary>
/// Writes the functions that stand for flows, activities and routes: one file per provider folder and per group of routes. The files are
/// checked in, so that what runs on Azure can be read; set <c>MEDIAFLOWS_UPDATE=1</c> and run the tests to write them anew.
/// </summary>
internal static class FunctionSources
{
    public const string Header = "// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.\n";

    /// <summary>Path below the project folder, and text.</summary>
    public static IReadOnlyDictionary<string, string> Write(FlowCatalog catalog)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var parts = catalog.Flows.Select(f => (Folder: Folder(f.GetType()), Part: new CatalogPart(f.Info.Name, IsFlow: true)))
            .Concat(catalog.Activities.Select(a => (Folder: Folder(a.GetType()), Part: new CatalogPart(a.Name, IsFlow: false))));
        foreach (var group in parts.GroupBy(p => p.Folder, p => p.Part, StringComparer.Ordinal))
            files[$"Providers/{group.Key}Functions.cs"] = ProviderFunctionsFile.Write(group.Key, [.. group]);
        foreach (var group in ApiRoutes.All.Where(r => !r.DurableExtension).GroupBy(RouteFunctionsFile.Group, StringComparer.Ordinal))
            files[$"Http/{group.Key}Functions.cs"] = RouteFunctionsFile.Write(group.Key, [.. group]);
        return files;
    }

    public static string Pascal(string name) => string.Concat(name.Split('.', '-', '_').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));

    private static string Folder(Type type) => type.Namespace!.Split('.') is ["MediaFlows", "Providers", var provider, ..] ? provider : "Shared";
}
