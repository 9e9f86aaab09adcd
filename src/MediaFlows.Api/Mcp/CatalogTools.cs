using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MediaFlows.Api.Mcp;

/// <summary>The tools, made from the host's catalog: names of flows and queries are enumerated in the schemas, costs stand in the descriptions.</summary>
internal static class CatalogTools
{
    /// <summary>Tools for the host behind <paramref name="host"/>, with <paramref name="catalog"/> as <c>GET /api/pipelines</c> answered.</summary>
    public static IEnumerable<McpServerTool> Create(HostCalls host, JsonNode catalog)
    {
        var flows = catalog["items"]!.AsArray().Select(i => i!).ToList();
        var queries = catalog["queries"]!.AsArray().Select(q => q!).ToList();
        var names = flows.Concat(queries).Select(f => (string)f["name"]!);
        yield return Tool(
            "list_pipelines", "Lists every flow and query with its description, stages and cost.", new ToolSchema(), readOnly: true,
            (_, ct) => host.GetAsync("/api/pipelines", ct));
        yield return Tool(
            "describe_pipeline", "Shows a flow's or query's input schema, output schema and an example. Read it before the first start.",
            new ToolSchema().Text("name", "Flow or query.", required: true, names), readOnly: true,
            (a, ct) => host.GetAsync("/api/pipelines/" + Escape(a, "name"), ct));
        yield return Start(host, flows);
        if (queries.Count > 0) yield return Ask(host, queries);
        foreach (var tool in InstanceTools.Create(host)) yield return tool;
    }

    internal static HostTool Tool(
        string name, string description, ToolSchema schema, bool readOnly, Func<JsonObject, CancellationToken, Task<HostAnswer>> call, bool destructive = false, bool idempotent = false) =>
        new(
            new Tool
            {
                Name = name,
                Description = description,
                InputSchema = schema.Build(),
                Annotations = new ToolAnnotations { ReadOnlyHint = readOnly, DestructiveHint = destructive, IdempotentHint = readOnly || idempotent, OpenWorldHint = false },
            },
            call);

    internal static string Escape(JsonObject arguments, string name) => Uri.EscapeDataString(arguments[name]?.GetValue<string>() ?? "");

    private static HostTool Start(HostCalls host, List<JsonNode> flows)
    {
        var lines = flows.Select(f => $"- {f["name"]}: {f["description"]}{((bool)f["charged"]! ? " CHARGED. " + f["costNotice"] : "")}");
        var schema = new ToolSchema()
            .Text("pipeline", "Flow to start.", required: true, flows.Select(f => (string)f["name"]!))
            .Any("input", "The flow's input; describe_pipeline has its schema and an example.", required: true)
            .Flag("defaults", "Take the recommended value for every open choice. Only when the user said so.")
            .Flag("dryRun", "Show the provider requests and the cost instead of starting.")
            .Text("idempotencyKey", "Makes the start repeatable: the same key and input never start twice. Always give one for charged flows.")
            .Text("batch", "Name that the instance is listed under.")
            .Whole("waitSeconds", "Wait so long for the end before answering.", 0, 60);
        return Tool(
            "start_flow",
            "Starts a durable flow and answers with its id; look at it with get_flow. When the answer has questions, ask the user. Flows:\n" + string.Join('\n', lines),
            schema,
            readOnly: false,
            (a, ct) => StartAsync(host, a, ct));
    }

    private static Task<HostAnswer> StartAsync(HostCalls host, JsonObject arguments, CancellationToken cancellationToken)
    {
        var query = new List<string>();
        foreach (var flag in new[] { "defaults", "dryRun" })
            if (arguments[flag] is JsonValue v && v.TryGetValue<bool>(out var on) && on) query.Add(flag + "=true");
        if (arguments["batch"] is not null) query.Add("batch=" + Escape(arguments, "batch"));
        var headers = new List<(string, string)>();
        if (arguments["idempotencyKey"] is JsonValue key) headers.Add(("Idempotency-Key", key.ToString()));
        if (arguments["waitSeconds"] is JsonValue wait) headers.Add(("Prefer", "wait=" + wait));
        var path = $"/api/flows/{Escape(arguments, "pipeline")}{(query.Count > 0 ? "?" + string.Join('&', query) : "")}";
        return host.PostAsync(path, arguments["input"], cancellationToken, [.. headers]);
    }

    private static HostTool Ask(HostCalls host, List<JsonNode> queries) => Tool(
        "ask_query",
        "Asks a provider something, free of charge. Queries:\n" + string.Join('\n', queries.Select(q => $"- {q["name"]}: {q["description"]}")),
        new ToolSchema().Text("name", "Query.", required: true, queries.Select(q => (string)q["name"]!)).Any("input", "The query's input."),
        readOnly: true,
        (a, ct) => host.PostAsync("/api/queries/" + Escape(a, "name"), a["input"] ?? new JsonObject(), ct));
}
