using System.Text.Json.Nodes;

namespace MediaFlows.Core.Recipes;

/// <summary>One input of a recipe.</summary>
public sealed record RecipeInput
{
    /// <summary><c>string</c>, <c>number</c>, <c>integer</c>, <c>boolean</c>, <c>object</c> or <c>array</c>.</summary>
    public string Type { get; init; } = "string";

    /// <summary>One line in plain words; asked as a question when the value is missing.</summary>
    public string? Description { get; init; }

    /// <summary>Taken when nothing is given; an input without one is required.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The allowed values, or null for any.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}
