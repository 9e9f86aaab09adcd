using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>The requests of a dry run.</summary>
internal sealed class PlannedCalls
{
    private readonly TencentSettings _settings;
    private readonly string? _appName;
    private readonly List<PlannedRequest> _requests = [];

    public PlannedCalls(FlowPreparation preparation, TencentInput input)
        : this(new TencentSettings(preparation.Settings), input)
    {
    }

    public PlannedCalls(TencentSettings settings, TencentInput input)
    {
        _settings = settings;
        if (input.AppName is null) return;
        Call("PREPARE", SubApplications.Action, SubApplications.Body(), null, note: $"finds the sub-application '{input.AppName}'");
        _appName = input.AppName;
    }

    public IReadOnlyList<PlannedRequest> Requests => _requests;

    /// <summary>Adds an API call.</summary>
    public void Call(string step, string action, JsonObject body, string? region, bool charged = false, string? note = null) =>
        _requests.Add(new PlannedRequest(step, "POST", new Uri(_settings.VodEndpoint, "/").ToString())
        {
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Authorization"] = "***",
                ["X-TC-Action"] = action,
                ["X-TC-Version"] = VodClient.Version,
                ["X-TC-Region"] = region ?? _settings.Region,
            },
            Body = PlannedBody.Redact(WithSubApp(body)),
            Charged = charged,
            Note = note,
        });

    /// <summary>Adds the calls that give a file its FileId.</summary>
    public void Pending(TaskInput input, PendingMedia pending)
    {
        if (pending.Source.Url is not null)
        {
            Call(
                Stages.Upload,
                "PullUpload",
                PendingSteps.PullRequest(input, pending).Body,
                input.Region,
                note: "the service fetches the link; its FileId is known when the task is done");
            Call(
                Stages.Upload,
                "DescribeTaskDetail",
                VodJson.Object(("TaskId", "{TaskId of the pull}"), ("SubAppId", input.SubAppId)),
                input.Region,
                note: "every 5 s, for at most 600 s");
            return;
        }

        Upload(PendingSteps.ApplyBody(input, pending), pending.Length, null, input.SubAppId, input.Region, PartPlan.DefaultParallel);
    }

    /// <summary>Adds the calls of an upload.</summary>
    public void Upload(JsonObject applyBody, long length, long? coverLength, long? subAppId, string? region, int parallel)
    {
        var manifest = MediaTypes.IsManifest(applyBody.Text("MediaType") ?? "");
        if (manifest)
            Call(
                Stages.Upload,
                "ParseStreamingManifest",
                VodJson.Object(("MediaManifestContent", "<the playlist's text>"), ("ManifestType", applyBody.Text("MediaType"))),
                region,
                note: "once for each playlist; the files that it names are uploaded beside it");
        Call(Stages.Upload, "ApplyUpload", applyBody, region);
        var parts = length < PartPlan.MultipartFrom ? null : PartPlan.Split(length);
        Put(
            "{MediaStoragePath}",
            parts is null ? $"<{length} bytes>" : $"<{PartPlan.PartSize(length)} bytes>",
            parts is null ? null : $"{parts.Count} parts, {parallel} at a time, between POST ?uploads and POST ?uploadId");
        if (manifest) Put("{folder of MediaStoragePath}/{file of the playlist}", "<its bytes>", $"each file that the playlist names, {parallel} at a time");
        if (coverLength is not null) Put("{CoverStoragePath}", $"<{coverLength} bytes>", "the cover");
        Call(Stages.Upload, "CommitUpload", VodJson.Object(("VodSessionKey", "***"), ("SubAppId", subAppId)), region);
    }

    /// <summary>Adds the paid submit and the wait.</summary>
    public void Task(TaskInput input, VodTaskRequest request, WaitTimes times, bool charged)
    {
        var body = (JsonObject)request.Body.DeepClone();
        if (request.TakesSession) body["SessionId"] = request.SessionId ?? "{SessionId}";
        Call(Stages.Submit, request.Action, body, request.Region, charged, input.Warnings is null ? null : string.Join(' ', input.Warnings));
        if (input.Wait != false)
            Call(
                Stages.Wait,
                "DescribeTaskDetail",
                VodJson.Object(("TaskId", "{TaskId}"), ("SubAppId", input.SubAppId)),
                null,
                note: times.Describe(input.PollInterval, input.MaxWait));
    }

    private void Put(string path, string body, string? note) =>
        _requests.Add(new PlannedRequest(Stages.Upload, "PUT", $"https://{{StorageBucket}}.cos.{{StorageRegion}}.myqcloud.com{path}")
        {
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Authorization"] = "***", ["x-cos-security-token"] = "***" },
            Body = body,
            Note = note,
        });

    private JsonObject WithSubApp(JsonObject body)
    {
        if (_appName is null) return body;
        var named = (JsonObject)body.DeepClone();
        named["SubAppId"] = $"{{SubAppId of {_appName}}}";
        return named;
    }

}
