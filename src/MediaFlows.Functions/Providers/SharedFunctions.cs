// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using System.Text.Json;
using MediaFlows.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MediaFlows.Functions.Providers;

/// <summary>Flows and activities of the folder Shared.</summary>
public sealed class SharedFunctions
{
    private readonly FlowRunner _flows;
    private readonly ActivityRunner _activities;

    /// <summary>Runs them with the given runners.</summary>
    public SharedFunctions(FlowRunner flows, ActivityRunner activities)
    {
        _flows = flows;
        _activities = activities;
    }

    /// <summary>Flow <c>mediaflows.poll</c>.</summary>
    [Function("mediaflows_poll")]
    public Task<JsonElement> MediaflowsPoll([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "mediaflows.poll");

    /// <summary>Flow <c>mediaflows.recipe</c>.</summary>
    [Function("mediaflows_recipe")]
    public Task<JsonElement> MediaflowsRecipe([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "mediaflows.recipe");

    /// <summary>Activity <c>mediaflows.prepare-step</c>.</summary>
    [Function("activity_mediaflows_prepare-step")]
    public Task<JsonElement> MediaflowsPrepareStepActivity([ActivityTrigger] JsonElement call, CancellationToken cancellationToken) =>
        _activities.RunAsync("mediaflows.prepare-step", call, cancellationToken);
}
