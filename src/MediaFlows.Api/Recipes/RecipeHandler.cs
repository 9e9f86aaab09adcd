using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Api.Start;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Recipes;
using MediaFlows.Core.Recipes.Flows;
using MediaFlows.Core.Serialization;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Recipes;

/// <summary>Saved recipes: list, read, save, delete, and start one like a flow.</summary>
public sealed class RecipeHandler
{
    private readonly RecipeStore _store;
    private readonly FlowStarter _starter;
    private readonly FlowSerializer _serializer;

    /// <summary>Puts the parts together.</summary>
    public RecipeHandler(RecipeStore store, FlowStarter starter, FlowSerializer serializer)
    {
        _store = store;
        _starter = starter;
        _serializer = serializer;
    }

    /// <summary>Every recipe and version.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var items = new List<RecipeSummary>();
        await foreach (var recipe in _store.ListAsync(context.RequestAborted))
            items.Add(new RecipeSummary(recipe.Name, recipe.Version, recipe.Description, [.. recipe.Inputs.Keys], [.. recipe.Steps.Keys]));
        return ApiJson.Result(new RecipeListDocument([.. items.OrderBy(i => i.Name, StringComparer.Ordinal).ThenBy(i => i.Version, StringComparer.Ordinal)]));
    }

    /// <summary>One recipe whole; <c>?version=</c> picks one, else the last saved.</summary>
    /// <exception cref="FlowException"><c>MF1003</c>.</exception>
    public async Task<IResult> ShowAsync(HttpContext context, string name) =>
        ApiJson.Result(await _store.RequireAsync(name, new QueryValues(context.Request.Query).Text("version"), context.RequestAborted));

    /// <summary>Checks and saves the recipe in the body under <paramref name="name"/>; a saved version never changes.</summary>
    /// <exception cref="InvalidInputException">It breaks a rule.</exception>
    public async Task<IResult> SaveAsync(HttpContext context, string name)
    {
        var recipe = (Recipe)_serializer.ReadInput(await JsonBody.ReadObjectAsync(context.Request, context.RequestAborted), typeof(Recipe));
        if (recipe.Name != name) throw new InvalidInputException("name", $"The recipe is named '{recipe.Name}', the address says '{name}'.");
        await _store.SaveAsync(recipe, context.RequestAborted);
        context.Response.Headers.Location = ApiLinks.For(context).To($"/api/recipes/{Uri.EscapeDataString(name)}");
        return ApiJson.Result(recipe, StatusCodes.Status201Created);
    }

    /// <summary>Deletes a recipe, or with <c>?version=</c> one version of it.</summary>
    /// <exception cref="FlowException"><c>MF1003</c> when there is none.</exception>
    public async Task<IResult> DeleteAsync(HttpContext context, string name)
    {
        var deleted = await _store.DeleteAsync(name, new QueryValues(context.Request.Query).Text("version"), context.RequestAborted);
        return deleted > 0 ? Results.NoContent() : throw new FlowException(ErrorCodes.UnknownPipeline, $"There is no saved recipe '{name}'.", "GET /api/recipes lists what there is.");
    }

    /// <summary>Starts a recipe; the body holds its inputs, options are those of a start.</summary>
    /// <exception cref="FlowException"><c>MF1001</c>, <c>MF1002</c>, <c>MF1003</c>, or as a start.</exception>
    public async Task<IResult> RunAsync(HttpContext context, string name)
    {
        var query = new QueryValues(context.Request.Query);
        var recipe = await _store.RequireAsync(name, query.Text("version"), context.RequestAborted);
        var inputs = await JsonBody.ReadObjectAsync(context.Request, context.RequestAborted);
        var run = new JsonObject { ["recipe"] = JsonSerializer.SerializeToNode(recipe, _serializer.Plain), ["inputs"] = JsonObject.Create(inputs) };
        var command = StartReader.WithOptions(
            new StartCommand(RecipeFlow.Ref.Name, JsonSerializer.SerializeToElement(run)) { UseDefaults = query.Flag("defaults") }, context, query);
        var started = await _starter.StartAsync(command, context.RequestAborted);
        var links = ApiLinks.For(context);
        context.Response.Headers.Location = links.Instance(started.Id);
        context.Response.Headers.RetryAfter = "1";
        if (started.Replayed) context.Response.Headers["Idempotent-Replayed"] = "true";
        return ApiJson.Result(new StartAccepted(links.CheckStatus(started.Id), command.Pipeline, RecipeFlow.Notice, links.Flow(started.Id)), StatusCodes.Status202Accepted);
    }
}
