// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using System.Text.Json;
using MediaFlows.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Providers;

/// <summary>Flows and activities of the folder BytePlus.</summary>
public sealed class BytePlusFunctions
{
    private readonly FlowRunner _flows;
    private readonly ActivityRunner _activities;

    /// <summary>Runs them with the given runners.</summary>
    public BytePlusFunctions(FlowRunner flows, ActivityRunner activities)
    {
        _flows = flows;
        _activities = activities;
    }

    /// <summary>Flow <c>byteplus.enhance</c>.</summary>
    [Function("byteplus_enhance")]
    public Task<JsonElement> ByteplusEnhance([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "byteplus.enhance");

    /// <summary>Flow <c>byteplus.upload-file</c>.</summary>
    [Function("byteplus_upload-file")]
    public Task<JsonElement> ByteplusUploadFile([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "byteplus.upload-file");

    /// <summary>Flow <c>byteplus.upload-url</c>.</summary>
    [Function("byteplus_upload-url")]
    public Task<JsonElement> ByteplusUploadUrl([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "byteplus.upload-url");

    /// <summary>Activity <c>byteplus.apply-upload</c>.</summary>
    [Function("activity_byteplus_apply-upload")]
    public Task<JsonElement> ByteplusApplyUploadActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("byteplus.apply-upload", call, client, cancellationToken);

    /// <summary>Activity <c>byteplus.begin-parts</c>.</summary>
    [Function("activity_byteplus_begin-parts")]
    public Task<JsonElement> ByteplusBeginPartsActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("byteplus.begin-parts", call, client, cancellationToken);

    /// <summary>Activity <c>byteplus.commit-upload</c>.</summary>
    [Function("activity_byteplus_commit-upload")]
    public Task<JsonElement> ByteplusCommitUploadActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("byteplus.commit-upload", call, client, cancellationToken);

    /// <summary>Activity <c>byteplus.find-play-url</c>.</summary>
    [Function("activity_byteplus_find-play-url")]
    public Task<JsonElement> ByteplusFindPlayUrlActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("byteplus.find-play-url", call, client, cancellationToken);

    /// <summary>Activity <c>byteplus.merge-parts</c>.</summary>
    [Function("activity_byteplus_merge-parts")]
    public Task<JsonElement> ByteplusMergePartsActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("byteplus.merge-parts", call, client, cancellationToken);

    /// <summary>Activity <c>byteplus.poll-enhance</c>.</summary>
    [Function("activity_byteplus_poll-enhance")]
    public Task<JsonElement> ByteplusPollEnhanceActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("byteplus.poll-enhance", call, client, cancellationToken);

    /// <summary>Activity <c>byteplus.poll-pull</c>.</summary>
    [Function("activity_byteplus_poll-pull")]
    public Task<JsonElement> ByteplusPollPullActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("byteplus.poll-pull", call, client, cancellationToken);

    /// <summary>Activity <c>byteplus.put-object</c>.</summary>
    [Function("activity_byteplus_put-object")]
    public Task<JsonElement> ByteplusPutObjectActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("byteplus.put-object", call, client, cancellationToken);

    /// <summary>Activity <c>byteplus.send-parts</c>.</summary>
    [Function("activity_byteplus_send-parts")]
    public Task<JsonElement> ByteplusSendPartsActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("byteplus.send-parts", call, client, cancellationToken);

    /// <summary>Activity <c>byteplus.submit-enhance</c>.</summary>
    [Function("activity_byteplus_submit-enhance")]
    public Task<JsonElement> ByteplusSubmitEnhanceActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("byteplus.submit-enhance", call, client, cancellationToken);

    /// <summary>Activity <c>byteplus.submit-pull</c>.</summary>
    [Function("activity_byteplus_submit-pull")]
    public Task<JsonElement> ByteplusSubmitPullActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("byteplus.submit-pull", call, client, cancellationToken);
}
