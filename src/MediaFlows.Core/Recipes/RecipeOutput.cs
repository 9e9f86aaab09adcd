using System.Text.Json.Nodes;

namespace MediaFlows.Core.Recipes;

/// <summary>What a recipe returns.</summary>
/// <param name="Recipe">Name of the recipe.</param>
/// <param name="Version">Its version.</param>
/// <param name="Output">What its <c>output</c> says, or every step's output by name.</param>
/// <param name="Steps">How each step ended: <c>completed</c>, <c>skipped</c>, <c>failed</c> (with <c>onFailure: continue</c>), <c>replaced</c>.</param>
public sealed record RecipeOutput(string Recipe, string Version, JsonNode? Output, IReadOnlyDictionary<string, string> Steps);
