using System.ComponentModel;
using System.Text.Json.Nodes;

namespace MediaFlows.Core.Recipes;

/// <summary>Input of the recipe flow: a recipe and its input values. The document is kept with the instance, so a later version changes nothing for it.</summary>
public sealed record RecipeRun
{
    /// <summary>The recipe itself; filled in when <see cref="Name"/> is given instead.</summary>
    [Description("The recipe itself, or leave it out and name a saved one.")]
    public Recipe? Recipe { get; init; }

    /// <summary>Name of a saved recipe.</summary>
    [Description("Name of a saved recipe.")]
    public string? Name { get; init; }

    /// <summary>Version of the saved recipe; null for the one that was saved last.</summary>
    [Description("Version of the saved recipe; the one that was saved last when left out.")]
    public string? Version { get; init; }

    /// <summary>Values for the recipe's inputs.</summary>
    [Description("Values for the recipe's inputs.")]
    public JsonObject Inputs { get; init; } = [];
}
