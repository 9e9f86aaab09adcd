using System.ComponentModel;
using System.Text.Json.Nodes;

namespace MediaFlows.Core.Recipes;

/// <summary>A pipeline over several flows, written as JSON: named inputs, named steps, an output.</summary>
public sealed record Recipe
{
    /// <summary>Name it is saved and started under: lower-case letters, digits and hyphens, 1 to 60.</summary>
    [Description("Name: lower-case letters, digits and hyphens.")]
    public required string Name { get; init; }

    /// <summary>Version of the document; instances keep the one they were started with.</summary>
    public string Version { get; init; } = "1";

    /// <summary>One line in plain words.</summary>
    public string? Description { get; init; }

    /// <summary>What a start must or may give, by name.</summary>
    public IReadOnlyDictionary<string, RecipeInput> Inputs { get; init; } = new Dictionary<string, RecipeInput>(StringComparer.Ordinal);

    /// <summary>The steps by name (letters, digits, <c>_</c>, <c>-</c>; at most 50). Steps that do not depend on each other run side by side.</summary>
    public required IReadOnlyDictionary<string, RecipeStep> Steps { get; init; }

    /// <summary>What the recipe returns; expressions allowed. Null returns every step's output by its name.</summary>
    public JsonNode? Output { get; init; }
}
