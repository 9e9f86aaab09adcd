using System.Text.Json.Nodes;
using MediaFlows.Api.Pipelines;

namespace MediaFlows.Api.OpenApi;

/// <summary>Collects schemas under <c>components</c> and hands out references to them.</summary>
internal sealed class OpenApiSchemas
{
    private readonly SortedDictionary<string, JsonNode?> _schemas = new(StringComparer.Ordinal);

    /// <summary>A reference to the schema of a document of the API itself; any JSON for <see cref="object"/>.</summary>
    public JsonObject Reference(Type type)
    {
        if (type == typeof(object)) return [];
        if (type.IsGenericType) return new JsonObject { ["type"] = "array", ["items"] = Reference(type.GetGenericArguments()[0]) };
        if (!_schemas.ContainsKey(type.Name)) Add(type.Name, JsonSchemas.Document(type));
        return At(type.Name);
    }

    /// <summary>Adds <paramref name="schema"/> as <paramref name="name"/> and returns a reference to it.</summary>
    public JsonObject Add(string name, JsonNode schema)
    {
        _schemas[name] = Moved(schema, "#/components/schemas/" + name);
        return At(name);
    }

    public JsonObject ToJson() => new(_schemas);

    private static JsonObject At(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    // The exporter's references to a part of the same schema begin at its root, which is no longer the document's root.
    private static JsonNode? Moved(JsonNode? node, string root) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(
            p.Key, p.Key == "$ref" && p.Value is JsonValue v && v.GetValue<string>() is ['#', ..] r ? JsonValue.Create(root + r[1..]) : Moved(p.Value, root)))),
        JsonArray a => new JsonArray([.. a.Select(i => Moved(i, root))]),
        _ => node?.DeepClone(),
    };
}
