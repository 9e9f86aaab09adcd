using System.Text.Json.Nodes;

namespace MediaFlows.Api.Pipelines;

/// <summary>A look-up in the catalog.</summary>
/// <param name="Name">Catalog name.</param>
/// <param name="Description">One line.</param>
public sealed record QueryDocument(string Name, string Description)
{
    /// <summary>JSON Schema of the input; not in listings.</summary>
    public JsonNode? InputSchema { get; init; }

    /// <summary>JSON Schema of the output; not in listings.</summary>
    public JsonNode? OutputSchema { get; init; }
}
