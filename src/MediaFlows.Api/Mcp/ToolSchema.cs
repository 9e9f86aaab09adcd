using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Api.Mcp;

/// <summary>Builds a tool's input schema.</summary>
internal sealed class ToolSchema
{
    private readonly JsonObject _properties = [];
    private readonly JsonArray _required = [];

    public ToolSchema Text(string name, string description, bool required = false, IEnumerable<string>? values = null)
    {
        var schema = new JsonObject { ["type"] = "string", ["description"] = description };
        if (values is not null) schema["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]);
        return Add(name, schema, required);
    }

    public ToolSchema Flag(string name, string description) => Add(name, new JsonObject { ["type"] = "boolean", ["description"] = description }, required: false);

    public ToolSchema Whole(string name, string description, int min, int max) =>
        Add(name, new JsonObject { ["type"] = "integer", ["description"] = description, ["minimum"] = min, ["maximum"] = max }, required: false);

    public ToolSchema Any(string name, string description, bool required = false) =>
        Add(name, new JsonObject { ["type"] = "object", ["description"] = description, ["additionalProperties"] = true }, required);

    public JsonElement Build() => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["type"] = "object",
        ["properties"] = _properties.DeepClone(),
        ["required"] = _required.DeepClone(),
        ["additionalProperties"] = false,
    });

    private ToolSchema Add(string name, JsonObject schema, bool required)
    {
        _properties[name] = schema;
        if (required) _required.Add((JsonNode)name);
        return this;
    }
}
