using System.Text.Json;

namespace MediaFlows.Core.Recipes.Activities;

/// <summary>Input of <see cref="PrepareStep"/>.</summary>
/// <param name="Flow">Catalog name.</param>
/// <param name="Input">Filled input, sensitive members still protected.</param>
/// <param name="Defaults">Takes recommended values for open choices.</param>
public sealed record PrepareStepInput(string Flow, JsonElement Input, bool Defaults);
