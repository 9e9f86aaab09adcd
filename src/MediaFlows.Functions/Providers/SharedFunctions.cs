// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using System.Text.Json;
using MediaFlows.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

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

    /// <summary>Flow <c>media.copy</c>.</summary>
    [Function("media_copy")]
    public Task<JsonElement> MediaCopy([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "media.copy");

    /// <summary>Flow <c>mediaflows.batch</c>.</summary>
    [Function("mediaflows_batch")]
    public Task<JsonElement> MediaflowsBatch([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "mediaflows.batch");

    /// <summary>Flow <c>mediaflows.batch-slice</c>.</summary>
    [Function("mediaflows_batch-slice")]
    public Task<JsonElement> MediaflowsBatchSlice([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "mediaflows.batch-slice");

    /// <summary>Flow <c>mediaflows.limiter</c>.</summary>
    [Function("mediaflows_limiter")]
    public Task<JsonElement> MediaflowsLimiter([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "mediaflows.limiter");

    /// <summary>Flow <c>mediaflows.notify</c>.</summary>
    [Function("mediaflows_notify")]
    public Task<JsonElement> MediaflowsNotify([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "mediaflows.notify");

    /// <summary>Flow <c>mediaflows.poll</c>.</summary>
    [Function("mediaflows_poll")]
    public Task<JsonElement> MediaflowsPoll([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "mediaflows.poll");

    /// <summary>Flow <c>mediaflows.recipe</c>.</summary>
    [Function("mediaflows_recipe")]
    public Task<JsonElement> MediaflowsRecipe([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "mediaflows.recipe");

    /// <summary>Activity <c>media.copy-file</c>.</summary>
    [Function("activity_media_copy-file")]
    public Task<JsonElement> MediaCopyFileActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("media.copy-file", call, client, cancellationToken);

    /// <summary>Activity <c>mediaflows.count-charges</c>.</summary>
    [Function("activity_mediaflows_count-charges")]
    public Task<JsonElement> MediaflowsCountChargesActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("mediaflows.count-charges", call, client, cancellationToken);

    /// <summary>Activity <c>mediaflows.deliver-webhook</c>.</summary>
    [Function("activity_mediaflows_deliver-webhook")]
    public Task<JsonElement> MediaflowsDeliverWebhookActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("mediaflows.deliver-webhook", call, client, cancellationToken);

    /// <summary>Activity <c>mediaflows.find-ended</c>.</summary>
    [Function("activity_mediaflows_find-ended")]
    public Task<JsonElement> MediaflowsFindEndedActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("mediaflows.find-ended", call, client, cancellationToken);

    /// <summary>Activity <c>mediaflows.limit-charges</c>.</summary>
    [Function("activity_mediaflows_limit-charges")]
    public Task<JsonElement> MediaflowsLimitChargesActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("mediaflows.limit-charges", call, client, cancellationToken);

    /// <summary>Activity <c>mediaflows.prepare-step</c>.</summary>
    [Function("activity_mediaflows_prepare-step")]
    public Task<JsonElement> MediaflowsPrepareStepActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("mediaflows.prepare-step", call, client, cancellationToken);

    /// <summary>Activity <c>mediaflows.read-notified</c>.</summary>
    [Function("activity_mediaflows_read-notified")]
    public Task<JsonElement> MediaflowsReadNotifiedActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("mediaflows.read-notified", call, client, cancellationToken);

    /// <summary>Activity <c>mediaflows.read-slice</c>.</summary>
    [Function("activity_mediaflows_read-slice")]
    public Task<JsonElement> MediaflowsReadSliceActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("mediaflows.read-slice", call, client, cancellationToken);

    /// <summary>Activity <c>mediaflows.stage-manifest</c>.</summary>
    [Function("activity_mediaflows_stage-manifest")]
    public Task<JsonElement> MediaflowsStageManifestActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("mediaflows.stage-manifest", call, client, cancellationToken);

    /// <summary>Activity <c>mediaflows.start-companion</c>.</summary>
    [Function("activity_mediaflows_start-companion")]
    public Task<JsonElement> MediaflowsStartCompanionActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("mediaflows.start-companion", call, client, cancellationToken);

    /// <summary>Activity <c>mediaflows.write-results</c>.</summary>
    [Function("activity_mediaflows_write-results")]
    public Task<JsonElement> MediaflowsWriteResultsActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("mediaflows.write-results", call, client, cancellationToken);
}
