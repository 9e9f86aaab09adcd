namespace MediaFlows.Api.Recipes;

/// <summary>One recipe in a listing.</summary>
/// <param name="Name">Name.</param>
/// <param name="Version">Version.</param>
/// <param name="Description">One line.</param>
/// <param name="Inputs">Names of its inputs.</param>
/// <param name="Steps">Names of its steps.</param>
public sealed record RecipeSummary(string Name, string Version, string? Description, IReadOnlyList<string> Inputs, IReadOnlyList<string> Steps);
