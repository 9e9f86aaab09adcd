// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using System.Text.Json;
using MediaFlows.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Providers;

/// <summary>Flows and activities of the folder Tencent.</summary>
public sealed class TencentFunctions
{
    private readonly FlowRunner _flows;
    private readonly ActivityRunner _activities;

    /// <summary>Runs them with the given runners.</summary>
    public TencentFunctions(FlowRunner flows, ActivityRunner activities)
    {
        _flows = flows;
        _activities = activities;
    }

    /// <summary>Flow <c>tencent.aigc-image</c>.</summary>
    [Function("tencent_aigc-image")]
    public Task<JsonElement> TencentAigcImage([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.aigc-image");

    /// <summary>Flow <c>tencent.aigc-video</c>.</summary>
    [Function("tencent_aigc-video")]
    public Task<JsonElement> TencentAigcVideo([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.aigc-video");

    /// <summary>Flow <c>tencent.await-task</c>.</summary>
    [Function("tencent_await-task")]
    public Task<JsonElement> TencentAwaitTask([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.await-task");

    /// <summary>Flow <c>tencent.custom-element</c>.</summary>
    [Function("tencent_custom-element")]
    public Task<JsonElement> TencentCustomElement([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.custom-element");

    /// <summary>Flow <c>tencent.image-process</c>.</summary>
    [Function("tencent_image-process")]
    public Task<JsonElement> TencentImageProcess([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.image-process");

    /// <summary>Flow <c>tencent.import-knowledge</c>.</summary>
    [Function("tencent_import-knowledge")]
    public Task<JsonElement> TencentImportKnowledge([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.import-knowledge");

    /// <summary>Flow <c>tencent.import-knowledge-batch</c>.</summary>
    [Function("tencent_import-knowledge-batch")]
    public Task<JsonElement> TencentImportKnowledgeBatch([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.import-knowledge-batch");

    /// <summary>Flow <c>tencent.process</c>.</summary>
    [Function("tencent_process")]
    public Task<JsonElement> TencentProcess([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.process");

    /// <summary>Flow <c>tencent.pull-upload</c>.</summary>
    [Function("tencent_pull-upload")]
    public Task<JsonElement> TencentPullUpload([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.pull-upload");

    /// <summary>Flow <c>tencent.scene-image</c>.</summary>
    [Function("tencent_scene-image")]
    public Task<JsonElement> TencentSceneImage([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.scene-image");

    /// <summary>Flow <c>tencent.scene-video</c>.</summary>
    [Function("tencent_scene-video")]
    public Task<JsonElement> TencentSceneVideo([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.scene-video");

    /// <summary>Flow <c>tencent.upload</c>.</summary>
    [Function("tencent_upload")]
    public Task<JsonElement> TencentUpload([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "tencent.upload");

    /// <summary>Activity <c>tencent.abort-multipart</c>.</summary>
    [Function("activity_tencent_abort-multipart")]
    public Task<JsonElement> TencentAbortMultipartActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.abort-multipart", call, client, cancellationToken);

    /// <summary>Activity <c>tencent.apply-upload</c>.</summary>
    [Function("activity_tencent_apply-upload")]
    public Task<JsonElement> TencentApplyUploadActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.apply-upload", call, client, cancellationToken);

    /// <summary>Activity <c>tencent.commit-upload</c>.</summary>
    [Function("activity_tencent_commit-upload")]
    public Task<JsonElement> TencentCommitUploadActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.commit-upload", call, client, cancellationToken);

    /// <summary>Activity <c>tencent.complete-multipart</c>.</summary>
    [Function("activity_tencent_complete-multipart")]
    public Task<JsonElement> TencentCompleteMultipartActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.complete-multipart", call, client, cancellationToken);

    /// <summary>Activity <c>tencent.ensure-image-template</c>.</summary>
    [Function("activity_tencent_ensure-image-template")]
    public Task<JsonElement> TencentEnsureImageTemplateActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.ensure-image-template", call, client, cancellationToken);

    /// <summary>Activity <c>tencent.list-manifest</c>.</summary>
    [Function("activity_tencent_list-manifest")]
    public Task<JsonElement> TencentListManifestActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.list-manifest", call, client, cancellationToken);

    /// <summary>Activity <c>tencent.poll-task</c>.</summary>
    [Function("activity_tencent_poll-task")]
    public Task<JsonElement> TencentPollTaskActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.poll-task", call, client, cancellationToken);

    /// <summary>Activity <c>tencent.put-bytes</c>.</summary>
    [Function("activity_tencent_put-bytes")]
    public Task<JsonElement> TencentPutBytesActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.put-bytes", call, client, cancellationToken);

    /// <summary>Activity <c>tencent.remember-element</c>.</summary>
    [Function("activity_tencent_remember-element")]
    public Task<JsonElement> TencentRememberElementActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.remember-element", call, client, cancellationToken);

    /// <summary>Activity <c>tencent.start-multipart</c>.</summary>
    [Function("activity_tencent_start-multipart")]
    public Task<JsonElement> TencentStartMultipartActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.start-multipart", call, client, cancellationToken);

    /// <summary>Activity <c>tencent.submit-pull</c>.</summary>
    [Function("activity_tencent_submit-pull")]
    public Task<JsonElement> TencentSubmitPullActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.submit-pull", call, client, cancellationToken);

    /// <summary>Activity <c>tencent.submit-task</c>.</summary>
    [Function("activity_tencent_submit-task")]
    public Task<JsonElement> TencentSubmitTaskActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("tencent.submit-task", call, client, cancellationToken);
}
