using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.Volcengine;

/// <summary>A verified OpenAPI call.</summary>
/// <param name="Action">Action.</param>
/// <param name="Version">Version.</param>
/// <param name="Http">The request, its body already read.</param>
/// <param name="Body">Body bytes.</param>
public sealed record VolcengineRequest(string Action, string Version, HttpRequest Http, ReadOnlyMemory<byte> Body)
{
    /// <summary>A query parameter; empty when missing.</summary>
    public string Query(string name) => Http.Query[name].ToString();

    /// <summary>The body as a JSON object, or null when it is none.</summary>
    public JsonObject? Json()
    {
        try
        {
            return JsonNode.Parse(Body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
