namespace MediaFlows.Api.Recipes;

/// <summary>The recipes there are.</summary>
/// <param name="Items">Every recipe and version, by name.</param>
public sealed record RecipeListDocument(IReadOnlyList<RecipeSummary> Items);
