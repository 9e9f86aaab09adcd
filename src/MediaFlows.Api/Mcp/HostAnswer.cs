using System.Text.Json.Nodes;

namespace MediaFlows.Api.Mcp;

/// <summary>What the host answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON body, or null.</param>
internal sealed record HostAnswer(int Status, JsonNode? Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>True when a person has to choose something first.</summary>
    public bool IsQuestion => Body?["questions"] is JsonArray { Count: > 0 };
}
