using System.Reflection;
using System.Text.Json;

namespace MediaFlows.Core.Recipes;

/// <summary>Reads the recipes that an assembly brings with it: embedded resources named <c>*.recipe.json</c>.</summary>
internal static class ShippedRecipes
{
    public static IEnumerable<Recipe> In(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".recipe.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<Recipe>(stream, JsonSerializerOptions.Web)!;
        }
    }
}
