using MediaFlows.Api.Instances;
using MediaFlows.Api.Recipes;
using MediaFlows.Api.Start;
using MediaFlows.Core.Recipes;

namespace MediaFlows.Api.Routing;

/// <summary>Routes under <c>/api/recipes</c>.</summary>
internal static class RecipeRoutes
{
    private static readonly ApiParameter Version = new("version", "One version; the last saved when left out.");

    public static readonly IReadOnlyList<ApiRoute> All =
    [
        new("listRecipes", "GET", "/api/recipes", ApiAuth.Key, "List recipes")
        {
            Handler = c => c.Handler<RecipeHandler>().ListAsync(c),
            Answers = [new(200, "Every recipe and version.", typeof(RecipeListDocument))],
        },
        new("getRecipe", "GET", "/api/recipes/{name}", ApiAuth.Key, "Read a recipe")
        {
            Handler = c => c.Handler<RecipeHandler>().ShowAsync(c, c.Route("name")),
            Parameters = [Version],
            Answers = [new(200, "The recipe.", typeof(Recipe))],
        },
        new("saveRecipe", "PUT", "/api/recipes/{name}", ApiAuth.Key, "Check and save a recipe")
        {
            Handler = c => c.Handler<RecipeHandler>().SaveAsync(c, c.Route("name")),
            Body = typeof(Recipe),
            Answers = [new(201, "Saved.", typeof(Recipe))],
        },
        new("deleteRecipe", "DELETE", "/api/recipes/{name}", ApiAuth.Key, "Delete a saved recipe")
        {
            Handler = c => c.Handler<RecipeHandler>().DeleteAsync(c, c.Route("name")),
            Parameters = [new("version", "One version; all when left out.")],
            Answers = [new(204, "Deleted.")],
        },
        new("runRecipe", "POST", "/api/recipes/{name}/runs", ApiAuth.Key, "Start a recipe; the body holds its inputs")
        {
            Handler = c => c.Handler<RecipeHandler>().RunAsync(c, c.Route("name")),
            Body = typeof(object),
            Parameters =
            [
                Version,
                new("defaults", "Take the recommended value for every open choice.", "boolean"),
                .. StartParameters.All,
            ],
            Answers = [new(202, "Accepted.", typeof(StartAccepted)), new(200, "Ended within the preferred wait.", typeof(FlowDocument))],
        },
    ];
}
