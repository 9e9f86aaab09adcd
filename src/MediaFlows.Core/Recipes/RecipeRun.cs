using System.ComponentModel;
using System.Text.Json.Nodes;

namespace MediaFlows.Core.Recipes;

/// <summary>Input of the recipe flow: a recipe and its input values. The document is kept with the instance, so a later version changes nothing for it.</summary>
public sealed record RecipeRun
{
    /// <summary>The recipe itself; a saved one is filled in by its name.</summary>
    [Description("The recipe.")]
    public required Recipe Recipe { get; init; }

    /// <summary>Values for the recipe's inputs.</summary>
    [Description("Values for the recipe's inputs.")]
    public JsonObject Inputs { get; init; } = [];
}
