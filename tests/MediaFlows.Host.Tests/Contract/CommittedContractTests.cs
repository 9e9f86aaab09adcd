using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Api.OpenApi;
using MediaFlows.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Host.Tests.Contract;

/// <summary>
/// <c>docs/openapi.json</c> is the contract that clients are written against. A change of it is seen in review:
/// run this test with <c>MEDIAFLOWS_UPDATE=1</c> to write the new one.
/// </summary>
public sealed class CommittedContractTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    [Fact]
    public async Task The_committed_contract_is_the_one_that_is_served()
    {
        await using var hosts = new TestHosts();
        await using var host = MediaFlowsHost.Build(hosts.Options());
        var document = host.Services.GetRequiredService<OpenApiDocument>().Create("http://127.0.0.1:7071/");
        foreach (var name in document["paths"]!.AsObject().Select(p => p.Key).Where(p => p.Contains("host.", StringComparison.Ordinal)).ToList()) document["paths"]!.AsObject().Remove(name);
        foreach (var name in document["components"]!["schemas"]!.AsObject().Select(p => p.Key).Where(p => p.StartsWith("host.", StringComparison.Ordinal)).ToList())
            document["components"]!["schemas"]!.AsObject().Remove(name);
        var served = document.ToJsonString(Indented) + "\n";
        var file = Path.Combine(Root(), "docs", "openapi.json");
        if (Environment.GetEnvironmentVariable("MEDIAFLOWS_UPDATE") == "1") await File.WriteAllTextAsync(file, served);

        Assert.True(File.Exists(file), "docs/openapi.json is missing; run this test with MEDIAFLOWS_UPDATE=1.");
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        var changed = Differences(committed, document, "").Take(20).ToList();
        Assert.True(changed.Count == 0, "The contract changed; look at it and run this test with MEDIAFLOWS_UPDATE=1:\n" + string.Join('\n', changed));
    }

    private static IEnumerable<string> Differences(JsonNode? a, JsonNode? b, string path)
    {
        if (a is JsonObject x && b is JsonObject y)
            return x.Select(p => p.Key).Union(y.Select(p => p.Key), StringComparer.Ordinal).SelectMany(k => Differences(x[k], y[k], $"{path}/{k}"));
        if (a is JsonArray m && b is JsonArray n && m.Count == n.Count)
            return Enumerable.Range(0, m.Count).SelectMany(i => Differences(m[i], n[i], $"{path}/{i}"));
        return JsonNode.DeepEquals(a, b) ? [] : [path];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MediaFlows.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root was not found above the test's folder.");
    }
}
