using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MediaFlows.Api.Routing;
using MediaFlows.Api.Tests.Hosting;

namespace MediaFlows.Api.Tests.Contract;

public sealed class OpenApiTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    [Fact]
    public async Task Every_route_and_every_flow_is_in_the_document()
    {
        var document = await host.GetJsonAsync("/openapi/v1.json");
        Assert.Equal("3.1.0", (string?)document["openapi"]);
        foreach (var route in ApiRoutes.All.Where(r => r.Name != ApiRoutes.DashboardName))
        {
            var operation = document["paths"]![route.Pattern.Replace("{*", "{", StringComparison.Ordinal)]![route.Method.ToLowerInvariant()]!;
            Assert.Equal(route.Name, (string?)operation["operationId"]);
        }

        var start = document["paths"]!["/api/flows/sample.paint"]!["post"]!;
        Assert.Equal("#/components/schemas/sample.paint.input", (string?)start["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]);
        Assert.NotNull(document["paths"]!["/api/queries/sample.look"]!["post"]);
    }

    [Fact]
    public async Task Every_reference_leads_somewhere_and_every_operation_id_is_unique()
    {
        var document = await host.GetJsonAsync("/openapi/v1.json");
        foreach (var reference in Find(document, "$ref"))
        {
            JsonNode? at = document;
            foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
                at = at is JsonArray a ? a[int.Parse(part)] : at?[part.Replace("~1", "/", StringComparison.Ordinal)];
            Assert.True(at is not null, reference);
        }

        var ids = Find(document, "operationId").ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Every_path_parameter_is_declared()
    {
        var document = await host.GetJsonAsync("/openapi/v1.json");
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            var wanted = Regex.Matches(path, @"\{(\w+)\}").Select(m => m.Groups[1].Value);
            var declared = item!["parameters"]?.AsArray().Select(p => (string)p!["name"]!) ?? [];
            Assert.Equal(wanted, declared);
        }
    }

    [Fact]
    public async Task Only_the_open_routes_are_declared_without_a_key()
    {
        var document = await host.GetJsonAsync("/openapi/v1.json");
        var open = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject())
            .Where(o => o.Value is JsonObject && o.Value["security"]!.AsArray().Count == 0).Select(o => (string?)o.Value!["operationId"]);
        Assert.Equal(["healthz", "readyz", "receiveCallback"], open.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Find(JsonNode? node, string name) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key == name && p.Value is JsonValue v && v.TryGetValue<string>(out var s) ? [s] : Find(p.Value, name)),
        JsonArray a => a.SelectMany(i => Find(i, name)),
        _ => [],
    };
}
