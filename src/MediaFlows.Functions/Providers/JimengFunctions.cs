// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using System.Text.Json;
using MediaFlows.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Providers;

/// <summary>Flows and activities of the folder Jimeng.</summary>
public sealed class JimengFunctions
{
    private readonly FlowRunner _flows;
    private readonly ActivityRunner _activities;

    /// <summary>Runs them with the given runners.</summary>
    public JimengFunctions(FlowRunner flows, ActivityRunner activities)
    {
        _flows = flows;
        _activities = activities;
    }

    /// <summary>Flow <c>jimeng.generate-video</c>.</summary>
    [Function("jimeng_generate-video")]
    public Task<JsonElement> JimengGenerateVideo([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "jimeng.generate-video");

    /// <summary>Activity <c>jimeng.cancel-video</c>.</summary>
    [Function("activity_jimeng_cancel-video")]
    public Task<JsonElement> JimengCancelVideoActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("jimeng.cancel-video", call, client, cancellationToken);

    /// <summary>Activity <c>jimeng.query-video</c>.</summary>
    [Function("activity_jimeng_query-video")]
    public Task<JsonElement> JimengQueryVideoActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("jimeng.query-video", call, client, cancellationToken);

    /// <summary>Activity <c>jimeng.save-video</c>.</summary>
    [Function("activity_jimeng_save-video")]
    public Task<JsonElement> JimengSaveVideoActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("jimeng.save-video", call, client, cancellationToken);

    /// <summary>Activity <c>jimeng.submit-video</c>.</summary>
    [Function("activity_jimeng_submit-video")]
    public Task<JsonElement> JimengSubmitVideoActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("jimeng.submit-video", call, client, cancellationToken);
}
