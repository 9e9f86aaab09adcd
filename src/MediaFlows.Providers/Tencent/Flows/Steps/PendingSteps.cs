using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>Gives files their FileIds: local ones are uploaded, links are fetched by the service.</summary>
internal static class PendingSteps
{
    private static readonly WaitTimes PullTimes = new(5, 600);

    public static async Task<CommittedUpload> RunAsync(FlowContext context, TaskInput input, int index)
    {
        var pending = input.Uploads![index];
        if (pending.Source.Url is null) return await new UploadSteps(context, UploadPlanOf(input, pending)).RunAsync();
        var step = index == 0 ? Stages.Upload : $"{Stages.Upload}_{index + 1}";
        var job = TaskJob.Create(context, Waiting(input), PullRequest(input, pending), PullTimes, step);
        var result = await context.RunJobAsync(job);
        var task = result.Answer!.Result?["PullUploadTask"];
        return new CommittedUpload(task.Text("FileId")!) { MediaUrl = task.Text("FileUrl") };
    }

    /// <summary>Members of ApplyUpload for a file that is only a means.</summary>
    public static JsonObject ApplyBody(TaskInput input, PendingMedia pending) =>
        VodJson.Object(("MediaType", pending.Type), ("MediaName", pending.Name), ("SubAppId", input.SubAppId));

    /// <summary>The pull of a link that is only a means.</summary>
    public static VodTaskRequest PullRequest(TaskInput input, PendingMedia pending) => new(
        "PullUpload",
        "PullUpload",
        VodJson.Object(
            ("MediaUrl", pending.Source.Url),
            ("MediaType", pending.Type.Length > 0 ? pending.Type : null),
            ("MediaName", pending.Name.Length > 0 ? pending.Name : null),
            ("SubAppId", input.SubAppId)))
    {
        Region = input.Region,
        DurationKey = "tencent.pull-upload",
    };

    private static UploadPlan UploadPlanOf(TaskInput input, PendingMedia pending) => new()
    {
        ApplyBody = ApplyBody(input, pending),
        Media = new UploadSource(pending.Source, pending.Length, pending.Version),
        Manifest = MediaTypes.IsManifest(pending.Type) ? pending.Type : null,
        SubAppId = input.SubAppId,
        Region = input.Region,
    };

    // The file is needed before anything else can be done, whatever the caller wants to wait for; its own limits apply.
    private static TaskInput Waiting(TaskInput input) => input with { Wait = true, MaxWait = null, PollInterval = null };
}
