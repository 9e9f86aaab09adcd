// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using System.Text.Json;
using MediaFlows.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Providers;

/// <summary>Flows and activities of the folder VideoEval.</summary>
public sealed class VideoEvalFunctions
{
    private readonly FlowRunner _flows;
    private readonly ActivityRunner _activities;

    /// <summary>Runs them with the given runners.</summary>
    public VideoEvalFunctions(FlowRunner flows, ActivityRunner activities)
    {
        _flows = flows;
        _activities = activities;
    }

    /// <summary>Flow <c>videoeval.await-report</c>.</summary>
    [Function("videoeval_await-report")]
    public Task<JsonElement> VideoevalAwaitReport([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "videoeval.await-report");

    /// <summary>Flow <c>videoeval.submit</c>.</summary>
    [Function("videoeval_submit")]
    public Task<JsonElement> VideoevalSubmit([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "videoeval.submit");

    /// <summary>Activity <c>videoeval.create-task</c>.</summary>
    [Function("activity_videoeval_create-task")]
    public Task<JsonElement> VideoevalCreateTaskActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("videoeval.create-task", call, client, cancellationToken);

    /// <summary>Activity <c>videoeval.list-known-tasks</c>.</summary>
    [Function("activity_videoeval_list-known-tasks")]
    public Task<JsonElement> VideoevalListKnownTasksActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("videoeval.list-known-tasks", call, client, cancellationToken);

    /// <summary>Activity <c>videoeval.poll-task</c>.</summary>
    [Function("activity_videoeval_poll-task")]
    public Task<JsonElement> VideoevalPollTaskActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("videoeval.poll-task", call, client, cancellationToken);

    /// <summary>Activity <c>videoeval.read-report</c>.</summary>
    [Function("activity_videoeval_read-report")]
    public Task<JsonElement> VideoevalReadReportActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("videoeval.read-report", call, client, cancellationToken);

    /// <summary>Activity <c>videoeval.upload-video</c>.</summary>
    [Function("activity_videoeval_upload-video")]
    public Task<JsonElement> VideoevalUploadVideoActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("videoeval.upload-video", call, client, cancellationToken);
}
