using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MediaFlows.Api.Mcp;

/// <summary>
/// One tool. Its result is the host's JSON, as text and as structured content; an open choice is no error but a question to the user;
/// a problem document is an error that says what to do.
/// </summary>
internal sealed class HostTool(Tool tool, Func<JsonObject, CancellationToken, Task<HostAnswer>> call) : McpServerTool
{
    public override Tool ProtocolTool { get; } = tool;

    public override IReadOnlyList<object> Metadata { get; } = [];

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in request.Params?.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
            arguments[name] = JsonNode.Parse(value.GetRawText());
        if (Missing(arguments) is { } problem) return Result(problem, isError: true);
        var answer = await call(arguments, cancellationToken);
        return Result(Shown(answer), isError: !answer.IsSuccess && !answer.IsQuestion);
    }

    // Clients do not always check what they send against the schema.
    private JsonObject? Missing(JsonObject arguments)
    {
        var schema = ProtocolTool.InputSchema;
        var required = schema.TryGetProperty("required", out var r) ? r.EnumerateArray().Select(e => e.GetString()!).ToList() : [];
        var known = schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var missing = required.Find(name => arguments[name] is null);
        if (missing is not null) return new JsonObject { ["detail"] = $"The argument '{missing}' is missing." };
        var unknown = arguments.Select(a => a.Key).FirstOrDefault(name => !known.Contains(name));
        return unknown is null ? null : new JsonObject { ["detail"] = $"The argument '{unknown}' is not known. Known: {string.Join(", ", known)}." };
    }

    private static JsonNode Shown(HostAnswer answer)
    {
        if (answer.IsQuestion)
        {
            return new JsonObject
            {
                ["questions"] = answer.Body!["questions"]!.DeepClone(),
                ["next"] = "Ask the user these questions, put each answer's value into the input field that the question names, and start again. Nothing was started or paid.",
            };
        }

        return answer.Body is JsonObject or null ? answer.Body?.DeepClone() ?? new JsonObject { ["status"] = answer.Status } : new JsonObject { ["items"] = answer.Body.DeepClone() };
    }

    private static CallToolResult Result(JsonNode json, bool isError) => new()
    {
        Content = [new TextContentBlock { Text = json.ToJsonString(Reading.ApiJson.Options) }],
        StructuredContent = JsonSerializer.SerializeToElement(json),
        IsError = isError,
    };
}
