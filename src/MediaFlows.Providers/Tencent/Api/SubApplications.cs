using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;

namespace MediaFlows.Providers.Tencent.Api;

/// <summary>Finds sub-applications by name (DescribeSubAppIds).</summary>
public sealed class SubApplications(VodClient client)
{
    /// <summary>The action that lists them.</summary>
    public const string Action = "DescribeSubAppIds";

    /// <summary>Members of the request that lists them all.</summary>
    public static JsonObject Body() => new() { ["Limit"] = 200 };

    /// <summary>The id for a name: a whole match in any case, else a part of name, description or tags; it must be the only one.</summary>
    /// <exception cref="InvalidInputException">None or several fit; the message lists them.</exception>
    public async Task<long> FindAsync(string name, CancellationToken cancellationToken)
    {
        var response = await client.CallAsync(new VodCall(Action, Body()), cancellationToken);
        var all = response.Objects("SubAppIdInfoSet").ToList();
        var found = all.Where(a => string.Equals(NameOf(a), name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0) found = all.Where(a => Texts(a).Any(t => t.Contains(name, StringComparison.OrdinalIgnoreCase))).ToList();
        if (found.Count == 1 && found[0].Number("SubAppId") is { } id) return (long)id;
        var listed = string.Join(", ", (found.Count == 0 ? all : found).Select(a => $"{NameOf(a)} ({a.Number("SubAppId")})"));
        throw new InvalidInputException("appName", found.Count == 0
            ? $"No sub-application fits '{name}'. There are: {listed}."
            : $"Several sub-applications fit '{name}': {listed}. Give the id.");
    }

    private static string NameOf(JsonObject app) => app.Text("SubAppIdName") ?? app.Text("Name") ?? "";

    private static IEnumerable<string> Texts(JsonObject app) =>
        new[] { NameOf(app), app.Text("Description") ?? "" }.Concat(app.Objects("Tags").SelectMany(t => new[] { t.Text("TagKey") ?? "", t.Text("TagValue") ?? "" }));
}
