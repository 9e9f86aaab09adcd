using System.Text.Json;

namespace MediaFlows.Core.Recipes.Activities;

/// <summary>Output of <see cref="PrepareStep"/>.</summary>
/// <param name="Input">The prepared input as a journal holds it.</param>
/// <param name="Version">The flow version to pin.</param>
public sealed record PreparedStep(JsonElement Input, string Version);
