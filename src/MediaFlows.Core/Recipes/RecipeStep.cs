using System.Text.Json.Nodes;

namespace MediaFlows.Core.Recipes;

/// <summary>One step of a recipe: a flow of the catalog with an input that may refer to earlier outputs.</summary>
public sealed record RecipeStep
{
    /// <summary>Catalog name of the flow.</summary>
    public required string Flow { get; init; }

    /// <summary>Input of the flow. Strings may hold <c>${inputs.x}</c>, <c>${steps.y.Member[0]}</c>, and in a <c>forEach</c> step <c>${item}</c> and <c>${index}</c>.</summary>
    public JsonObject Input { get; init; } = [];

    /// <summary>Steps that must have ended before; steps that the input, condition or list refer to are added by themselves.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Condition; when it does not hold the step is skipped and its output is null.</summary>
    public string? When { get; init; }

    /// <summary>An expression that gives a list: the flow runs once per element and the output is the list of outputs in the same order.</summary>
    public string? ForEach { get; init; }

    /// <summary>Most elements at a time, 1 to 100.</summary>
    public int MaxParallel { get; init; } = 5;

    /// <summary>When a failed flow is started anew. A flow that timed out or needs attention is never started anew: it is resumed.</summary>
    public RecipeRetry? Retry { get; init; }

    /// <summary>
    /// What happens when the step failed for good: <c>stop</c> (default) fails the recipe, <c>continue</c> goes on with a null output,
    /// any other word names the step that runs instead and gives the output.
    /// </summary>
    public string OnFailure { get; init; } = "stop";

    /// <summary>True takes the recommended value for every open choice of the flow.</summary>
    public bool Defaults { get; init; }
}
