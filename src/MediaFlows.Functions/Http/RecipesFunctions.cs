// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Http;

/// <summary>Routes of the shared table: Recipes.</summary>
public sealed class RecipesFunctions
{
    private readonly RouteRunner _routes;

    /// <summary>Answers with <paramref name="routes"/>.</summary>
    public RecipesFunctions(RouteRunner routes) => _routes = routes;

    /// <summary><c>GET /api/recipes</c>: List recipes.</summary>
    [Function("listRecipes")]
    public Task<IResult> ListRecipes(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/recipes")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("listRecipes", request, client);

    /// <summary><c>GET /api/recipes/{name}</c>: Read a recipe.</summary>
    [Function("getRecipe")]
    public Task<IResult> GetRecipe(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/recipes/{name}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("getRecipe", request, client);

    /// <summary><c>PUT /api/recipes/{name}</c>: Check and save a recipe.</summary>
    [Function("saveRecipe")]
    public Task<IResult> SaveRecipe(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/recipes/{name}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("saveRecipe", request, client);

    /// <summary><c>DELETE /api/recipes/{name}</c>: Delete a saved recipe.</summary>
    [Function("deleteRecipe")]
    public Task<IResult> DeleteRecipe(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/recipes/{name}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("deleteRecipe", request, client);

    /// <summary><c>POST /api/recipes/{name}/runs</c>: Start a recipe; the body holds its inputs.</summary>
    [Function("runRecipe")]
    public Task<IResult> RunRecipe(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/recipes/{name}/runs")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => _routes.HandleAsync("runRecipe", request, client);
}
