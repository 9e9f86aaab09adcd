using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Asks IMM how a job stands (GetTask) and, when it has succeeded, looks at its result. Without a project the result itself is looked for.</summary>
public sealed class PollProcess(PollServices services, ImmClient imm, ObjectClient objects) : PollActivity<ProcessTarget>(services)
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<PollRequest, PollAnswer> Ref = new("oss.poll-process");

    // A set of frames is at most a video's frames; beyond this a listing is cut.
    private const int MaxKeys = 10_000;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override async Task<PollAnswer> AskAsync(ProcessTarget target, ActivityContext context, CancellationToken cancellationToken)
    {
        if (target.Project is null || target.TaskId.StartsWith(SubmitProcess.FoundObject, StringComparison.Ordinal))
            return await ProbeAsync(target, cancellationToken);
        var task = await imm.GetTaskAsync(target.Place, target.Project, TaskType(target.TaskId), target.TaskId, cancellationToken);
        var status = (string?)task["Status"];
        return status switch
        {
            "Succeeded" => await SucceededAsync(target, task, cancellationToken),
            "Failed" or "Canceled" => new PollAnswer(PollState.Failed) { ProviderState = status, Error = Failure(target.TaskId, status, task) },
            _ => new PollAnswer(PollState.Pending) { ProviderState = status, Result = Ids(task) },
        };
    }

    internal static FlowError Failure(string taskId, string status, JsonNode task) => new(
        ErrorCodes.JobFailed, $"The task {taskId} ended {status}: {(string?)task["Code"] ?? "no code"}{((string?)task["Message"] is { } message ? ": " + message : "")}")
    {
        Provider = OssNames.Provider, ProviderCode = (string?)task["Code"], ProviderRequestId = (string?)task["RequestId"],
        Hint = OssFailures.Classify((string?)task["Code"] ?? "", System.Net.HttpStatusCode.BadRequest).Hint,
    };

    // The id says what kind of task it is: MediaConvert-<uuid>.
    internal static string TaskType(string taskId) => taskId.Split('-')[0];

    private static JsonObject Ids(JsonNode task) => new() { ["requestId"] = (string?)task["RequestId"], ["eventId"] = (string?)task["EventId"] };

    private async Task<PollAnswer> SucceededAsync(ProcessTarget target, JsonNode task, CancellationToken cancellationToken)
    {
        // The task says that it is done; the clocks of this machine and of the service may differ by what a signature tolerates.
        var (keys, size) = await ResultAsync(target, target.ManyResults ? target.Since.AddMinutes(-15) : DateTime.UnixEpoch, cancellationToken);
        if (keys.Count == 0 && size is null)
            return new PollAnswer(PollState.Failed)
            {
                ProviderState = "Succeeded",
                Error = new FlowError(ErrorCodes.JobFailed, $"The task {target.TaskId} succeeded, but {target.Place.PathOf(target.TargetKey)} holds no result.")
                {
                    Provider = OssNames.Provider, ProviderRequestId = (string?)task["RequestId"], Hint = "Check the target bucket's permissions and rules, then retry.",
                },
            };
        var result = new ProcessResult(keys, size, (string?)task["RequestId"], (string?)task["EventId"]);
        return new PollAnswer(PollState.Done) { ProviderState = "Succeeded", Result = JsonSerializer.SerializeToNode(result, JsonSerializerOptions.Web) };
    }

    private async Task<PollAnswer> ProbeAsync(ProcessTarget target, CancellationToken cancellationToken)
    {
        // An adopted result was recognised already. Else an older object at the key, or an older frame, is not this job's.
        var adopted = target.TaskId.StartsWith(SubmitProcess.FoundObject, StringComparison.Ordinal);
        var (keys, size) = await ResultAsync(target, adopted ? DateTime.UnixEpoch : target.Since.AddSeconds(-1), cancellationToken);
        if (keys.Count == 0 && size is null) return new PollAnswer(PollState.Pending) { ProviderState = "not there" };
        return new PollAnswer(PollState.Done) { ProviderState = "found", Result = JsonSerializer.SerializeToNode(new ProcessResult(keys, size, null, null), JsonSerializerOptions.Web) };
    }

    private async Task<(IReadOnlyList<string> Keys, long? Size)> ResultAsync(ProcessTarget target, DateTime from, CancellationToken cancellationToken)
    {
        var since = new DateTimeOffset(from, TimeSpan.Zero);
        if (!target.ManyResults)
            return await objects.FindAsync(target.Place, target.TargetKey, cancellationToken) is { } found && (found.LastModified is not { } at || at >= since) ? ([], found.Length) : ([], null);
        var listed = await objects.ListAsync(target.Place, target.TargetKey + "_", MaxKeys, cancellationToken);
        return (FrameKeys.Of(target.TargetKey, listed.Where(o => o.LastModified >= since).Select(o => o.Key)), null);
    }
}
