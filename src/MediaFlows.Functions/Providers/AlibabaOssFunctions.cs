// Written by FunctionSources in MediaFlows.Functions.Tests: run its tests with MEDIAFLOWS_UPDATE=1 after a change of the catalog or the routes.
using System.Text.Json;
using MediaFlows.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Providers;

/// <summary>Flows and activities of the folder AlibabaOss.</summary>
public sealed class AlibabaOssFunctions
{
    private readonly FlowRunner _flows;
    private readonly ActivityRunner _activities;

    /// <summary>Runs them with the given runners.</summary>
    public AlibabaOssFunctions(FlowRunner flows, ActivityRunner activities)
    {
        _flows = flows;
        _activities = activities;
    }

    /// <summary>Flow <c>oss.blindwatermark-extract</c>.</summary>
    [Function("oss_blindwatermark-extract")]
    public Task<JsonElement> OssBlindwatermarkExtract([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "oss.blindwatermark-extract");

    /// <summary>Flow <c>oss.download</c>.</summary>
    [Function("oss_download")]
    public Task<JsonElement> OssDownload([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "oss.download");

    /// <summary>Flow <c>oss.imm-setup</c>.</summary>
    [Function("oss_imm-setup")]
    public Task<JsonElement> OssImmSetup([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "oss.imm-setup");

    /// <summary>Flow <c>oss.process</c>.</summary>
    [Function("oss_process")]
    public Task<JsonElement> OssProcess([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "oss.process");

    /// <summary>Flow <c>oss.process-async</c>.</summary>
    [Function("oss_process-async")]
    public Task<JsonElement> OssProcessAsync([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "oss.process-async");

    /// <summary>Flow <c>oss.upload</c>.</summary>
    [Function("oss_upload")]
    public Task<JsonElement> OssUpload([OrchestrationTrigger] TaskOrchestrationContext context) => _flows.RunAsync(context, "oss.upload");

    /// <summary>Activity <c>oss.abort-parts</c>.</summary>
    [Function("activity_oss_abort-parts")]
    public Task<JsonElement> OssAbortPartsActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.abort-parts", call, client, cancellationToken);

    /// <summary>Activity <c>oss.add-expiry</c>.</summary>
    [Function("activity_oss_add-expiry")]
    public Task<JsonElement> OssAddExpiryActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.add-expiry", call, client, cancellationToken);

    /// <summary>Activity <c>oss.attach-bucket</c>.</summary>
    [Function("activity_oss_attach-bucket")]
    public Task<JsonElement> OssAttachBucketActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.attach-bucket", call, client, cancellationToken);

    /// <summary>Activity <c>oss.begin-parts</c>.</summary>
    [Function("activity_oss_begin-parts")]
    public Task<JsonElement> OssBeginPartsActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.begin-parts", call, client, cancellationToken);

    /// <summary>Activity <c>oss.complete-parts</c>.</summary>
    [Function("activity_oss_complete-parts")]
    public Task<JsonElement> OssCompletePartsActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.complete-parts", call, client, cancellationToken);

    /// <summary>Activity <c>oss.create-project</c>.</summary>
    [Function("activity_oss_create-project")]
    public Task<JsonElement> OssCreateProjectActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.create-project", call, client, cancellationToken);

    /// <summary>Activity <c>oss.delete-object</c>.</summary>
    [Function("activity_oss_delete-object")]
    public Task<JsonElement> OssDeleteObjectActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.delete-object", call, client, cancellationToken);

    /// <summary>Activity <c>oss.fetch-object</c>.</summary>
    [Function("activity_oss_fetch-object")]
    public Task<JsonElement> OssFetchObjectActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.fetch-object", call, client, cancellationToken);

    /// <summary>Activity <c>oss.find-binding</c>.</summary>
    [Function("activity_oss_find-binding")]
    public Task<JsonElement> OssFindBindingActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.find-binding", call, client, cancellationToken);

    /// <summary>Activity <c>oss.inspect-source</c>.</summary>
    [Function("activity_oss_inspect-source")]
    public Task<JsonElement> OssInspectSourceActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.inspect-source", call, client, cancellationToken);

    /// <summary>Activity <c>oss.look-at-target</c>.</summary>
    [Function("activity_oss_look-at-target")]
    public Task<JsonElement> OssLookAtTargetActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.look-at-target", call, client, cancellationToken);

    /// <summary>Activity <c>oss.poll-extraction</c>.</summary>
    [Function("activity_oss_poll-extraction")]
    public Task<JsonElement> OssPollExtractionActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.poll-extraction", call, client, cancellationToken);

    /// <summary>Activity <c>oss.poll-process</c>.</summary>
    [Function("activity_oss_poll-process")]
    public Task<JsonElement> OssPollProcessActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.poll-process", call, client, cancellationToken);

    /// <summary>Activity <c>oss.preflight</c>.</summary>
    [Function("activity_oss_preflight")]
    public Task<JsonElement> OssPreflightActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.preflight", call, client, cancellationToken);

    /// <summary>Activity <c>oss.put-object</c>.</summary>
    [Function("activity_oss_put-object")]
    public Task<JsonElement> OssPutObjectActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.put-object", call, client, cancellationToken);

    /// <summary>Activity <c>oss.put-unsized</c>.</summary>
    [Function("activity_oss_put-unsized")]
    public Task<JsonElement> OssPutUnsizedActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.put-unsized", call, client, cancellationToken);

    /// <summary>Activity <c>oss.read-properties</c>.</summary>
    [Function("activity_oss_read-properties")]
    public Task<JsonElement> OssReadPropertiesActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.read-properties", call, client, cancellationToken);

    /// <summary>Activity <c>oss.save-processed</c>.</summary>
    [Function("activity_oss_save-processed")]
    public Task<JsonElement> OssSaveProcessedActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.save-processed", call, client, cancellationToken);

    /// <summary>Activity <c>oss.send-part</c>.</summary>
    [Function("activity_oss_send-part")]
    public Task<JsonElement> OssSendPartActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.send-part", call, client, cancellationToken);

    /// <summary>Activity <c>oss.sign-url</c>.</summary>
    [Function("activity_oss_sign-url")]
    public Task<JsonElement> OssSignUrlActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.sign-url", call, client, cancellationToken);

    /// <summary>Activity <c>oss.submit-extraction</c>.</summary>
    [Function("activity_oss_submit-extraction")]
    public Task<JsonElement> OssSubmitExtractionActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.submit-extraction", call, client, cancellationToken);

    /// <summary>Activity <c>oss.submit-process</c>.</summary>
    [Function("activity_oss_submit-process")]
    public Task<JsonElement> OssSubmitProcessActivity(
        [ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        _activities.RunAsync("oss.submit-process", call, client, cancellationToken);
}
