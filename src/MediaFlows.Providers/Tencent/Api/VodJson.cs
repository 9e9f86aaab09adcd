using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Tencent.Api;

/// <summary>Writing and reading the API's JSON: PascalCase members, optional ones left out, non-ASCII text as it is.</summary>
public static class VodJson
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes that are both hashed and sent.</summary>
    public static byte[] Bytes(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body, Relaxed);

    /// <summary>JSON text for members that carry JSON as a string (<c>ExtInfo</c>, <c>ElementVideoList</c>).</summary>
    public static string Embed(JsonNode node) => node.ToJsonString(Relaxed);

    /// <summary>An object of the members that have a value; nulls, empty lists and empty objects are left out.</summary>
    public static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 }) continue;
            result[name] = value.Parent is null ? value : value.DeepClone();
        }

        return result;
    }

    /// <summary>An array of <paramref name="values"/>, or null when there are none.</summary>
    public static JsonArray? Array<T>(IEnumerable<T>? values)
    {
        if (values is null) return null;
        JsonArray array = [.. values.Select(v => v is JsonNode node ? node.DeepClone() : JsonValue.Create(v))];
        return array.Count == 0 ? null : array;
    }

    /// <summary>Text of a member, or null when it is absent, null or empty.</summary>
    public static string? Text(this JsonNode? node, string name) =>
        node is JsonObject o && o[name] is JsonValue v && v.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Number of a member, or null.</summary>
    public static double? Number(this JsonNode? node, string name) =>
        node is JsonObject o && o[name] is JsonValue v && v.GetValueKind() == JsonValueKind.Number ? double.Parse(v.ToJsonString()) : null;

    /// <summary>Objects of a list member; empty when it is absent or null.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? node, string name) =>
        node is JsonObject o && o[name] is JsonArray array ? array.OfType<JsonObject>() : [];

    /// <summary>Reads an object, or null when <paramref name="json"/> is none.</summary>
    public static JsonObject? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
