using MediaFlows.Core.Flows;
using MediaFlows.Core.Recipes.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Recipes.Flows;

/// <summary>Runs a recipe: each step is a sub-orchestration of its own; steps that do not depend on each other run side by side.</summary>
public sealed class RecipeFlow : Flow<RecipeRun, RecipeOutput>
{
    /// <summary>What other flows call.</summary>
    public static readonly FlowRef<RecipeRun, RecipeOutput> Ref = new("mediaflows.recipe");

    /// <summary>What is shown before it is started.</summary>
    public const string Notice = "Every step is charged as its own flow is.";

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Runs a recipe: a pipeline of catalog flows, written as JSON.",
        Charged = true,
        CostNotice = Notice,
        ExampleInput = """
        {"recipe":{"name":"upload-and-enhance","inputs":{"url":{"type":"string"}},"steps":{
        "upload":{"flow":"byteplus.upload-url","input":{"url":"${inputs.url}"}},
        "enhance":{"flow":"byteplus.enhance","input":{"type":"Vid","video":"${steps.upload.Vid}","config":"common","repair_style":1}}}},
        "inputs":{"url":"https://example.com/clip.mp4"}}
        """,
    };

    /// <inheritdoc/>
    public override async ValueTask<RecipeRun> PrepareAsync(RecipeRun input, FlowPreparation preparation, CancellationToken cancellationToken) =>
        await preparation.Services!.GetRequiredService<RecipePreparation>().PrepareAsync(input, preparation, cancellationToken);

    /// <inheritdoc/>
    public override async Task<RecipeOutput> RunAsync(FlowContext context, RecipeRun input)
    {
        var run = new RecipeExecution(context, input);
        await run.RunAllAsync();
        return run.Result();
    }
}
