using MediaFlows.Core.Recipes;
using MediaFlows.Core.Recipes.Validation;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.Recipes;

public sealed class ShippedRecipeTests
{
    [Fact]
    public async Task Every_recipe_that_comes_along_fits_the_catalog()
    {
        await using var runner = new InlineFlowRunner(new Dictionary<string, string>(StringComparer.Ordinal), new VirtualTime(), null, typeof(ProviderAssembly).Assembly);
        var recipes = runner.Services.GetServices<Recipe>().ToList();
        Assert.Equal(3, recipes.Count);
        var validator = runner.Services.GetRequiredService<RecipeValidator>();
        Assert.All(recipes, validator.Check);
    }
}
