using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MediaFlows.Api.Pipelines;
using MediaFlows.Api.Problems;
using MediaFlows.Api.Routing;
using MediaFlows.Core.Catalog;

namespace MediaFlows.Api.OpenApi;

/// <summary>The contract as OpenAPI 3.1, made from the route table and the catalog: each flow and query has a path of its own with its own schema.</summary>
public sealed partial class OpenApiDocument
{
    private readonly FlowCatalog _catalog;
    private readonly JsonSchemas _schemas;

    /// <summary>Describes <paramref name="catalog"/>.</summary>
    public OpenApiDocument(FlowCatalog catalog, JsonSchemas schemas)
    {
        _catalog = catalog;
        _schemas = schemas;
    }

    /// <summary>The document with <paramref name="server"/> as its server.</summary>
    public JsonObject Create(string server)
    {
        var schemas = new OpenApiSchemas();
        var paths = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var route in ApiRoutes.All.Where(r => r.Name != ApiRoutes.DashboardName))
            Add(paths, route, CatchAll().Replace(route.Pattern, "{"), Operation(route, route.Name, route.Summary, schemas));
        AddCatalog(paths, schemas);
        var problem = schemas.Reference(typeof(ProblemDocument));
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "MediaFlows", ["version"] = "v1", ["description"] = "Durable media workflows over HTTP." },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = server }),
            ["paths"] = new JsonObject(paths.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.ToJson(),
                ["responses"] = new JsonObject
                {
                    ["Problem"] = new JsonObject { ["description"] = "An error (RFC 9457).", ["content"] = Content("application/problem+json", problem) },
                },
                ["securitySchemes"] = new JsonObject
                {
                    ["key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-functions-key" },
                    ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
                    ["code"] = new JsonObject { ["type"] = "apiKey", ["in"] = "query", ["name"] = "code" },
                },
            },
        };
    }

    private void AddCatalog(SortedDictionary<string, JsonObject> paths, OpenApiSchemas schemas)
    {
        var start = ApiRoutes.Named("startFlow");
        foreach (var flow in _catalog.Flows.Where(f => !f.Info.Internal))
        {
            var operation = Operation(start, "start." + flow.Info.Name, flow.Info.Description, schemas, schemas.Add(flow.Info.Name + ".input", _schemas.Input(flow.InputType)));
            operation["x-output"] = schemas.Add(flow.Info.Name + ".output", _schemas.Output(flow.OutputType));
            Add(paths, start, start.Pattern.Replace("{pipeline}", flow.Info.Name, StringComparison.Ordinal), operation);
        }

        var ask = ApiRoutes.Named("askQuery");
        foreach (var query in _catalog.Queries)
        {
            var operation = Operation(ask, "ask." + query.Name, query.Description, schemas, schemas.Add(query.Name + ".input", _schemas.Input(query.InputType)));
            var output = schemas.Add(query.Name + ".output", _schemas.Output(query.OutputType));
            operation["responses"]!["200"]!["content"] = Content("application/json", output);
            Add(paths, ask, ask.Pattern.Replace("{name}", query.Name, StringComparison.Ordinal), operation);
        }
    }

    private static void Add(SortedDictionary<string, JsonObject> paths, ApiRoute route, string path, JsonObject operation)
    {
        if (!paths.TryGetValue(path, out var item))
        {
            paths[path] = item = [];
            var names = PathParameters().Matches(path).Select(m => m.Groups["name"].Value).ToList();
            if (names.Count > 0)
                item["parameters"] = new JsonArray([.. names.Select(n => (JsonNode)new JsonObject { ["name"] = n, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } })]);
        }

        item[route.Method.ToLowerInvariant()] = operation;
    }

    private static JsonObject Operation(ApiRoute route, string id, string summary, OpenApiSchemas schemas, JsonObject? body = null)
    {
        var operation = new JsonObject { ["operationId"] = id, ["summary"] = summary };
        if (route.Parameters.Count > 0) operation["parameters"] = new JsonArray([.. route.Parameters.Select(Parameter)]);
        if (route.BodyContentType is { } contentType) operation["requestBody"] = new JsonObject { ["content"] = Content(contentType, []) };
        else if (route.Body is { } type)
        {
            var content = Content("application/json", body ?? schemas.Reference(type));
            foreach (var other in route.OtherBodies) content[other] = new JsonObject();
            operation["requestBody"] = new JsonObject { ["content"] = content };
        }

        var responses = new JsonObject();
        foreach (var answer in route.Answers)
        {
            var response = new JsonObject { ["description"] = answer.Description };
            if (answer.Body is not null) response["content"] = Content("application/json", schemas.Reference(answer.Body));
            else if (answer.ContentType is not null) response["content"] = Content(answer.ContentType, []);
            responses[answer.Status.ToString()] = response;
        }

        responses["default"] = new JsonObject { ["$ref"] = "#/components/responses/Problem" };
        operation["responses"] = responses;
        operation["security"] = Security(route.Auth);
        return operation;
    }

    private static JsonNode Parameter(ApiParameter parameter)
    {
        var type = parameter.Kind == "date-time" ? new JsonObject { ["type"] = "string", ["format"] = "date-time" } : new JsonObject { ["type"] = parameter.Kind };
        return new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.InHeader ? "header" : "query",
            ["description"] = parameter.Description,
            ["schema"] = parameter.Repeated ? new JsonObject { ["type"] = "array", ["items"] = type } : type,
        };
    }

    private static JsonArray Security(ApiAuth auth)
    {
        if (auth == ApiAuth.Anonymous) return [];
        JsonArray schemes = [new JsonObject { ["key"] = new JsonArray() }, new JsonObject { ["bearer"] = new JsonArray() }];
        if (auth != ApiAuth.Key) schemes.Add((JsonNode)new JsonObject { ["code"] = new JsonArray() });
        return schemes;
    }

    private static JsonObject Content(string type, JsonObject schema) => new() { [type] = schema.Count == 0 ? new JsonObject() : new JsonObject { ["schema"] = schema } };

    [GeneratedRegex(@"\{\*+", RegexOptions.NonBacktracking)]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PathParameters();
}
