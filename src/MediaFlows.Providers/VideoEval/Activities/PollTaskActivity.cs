using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>
/// Asks once how an evaluation stands (<c>GET …/survey/task/{id}</c>). Status words are not published: done is what has results, not what is called done;
/// an unknown word without results is pending.
/// </summary>
public sealed class PollTaskActivity(PollServices services, VideoEvalClient client) : PollActivity<EvaluationTarget>(services)
{
    /// <summary>What the flow calls.</summary>
    public static readonly ActivityRef<PollRequest, PollAnswer> Ref = new("videoeval.poll-task");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override async Task<PollAnswer> AskAsync(EvaluationTarget target, ActivityContext context, CancellationToken cancellationToken)
    {
        var task = await client.GetTaskAsync(target.Call, target.TaskId, cancellationToken);
        var status = task.TaskStatus;
        if (TaskStatusWords.IsFailed(status)) return Failed(target, status!, $"The evaluation task {target.TaskId} ended as {status}.");
        if (TaskStatusWords.IsFinished(status) && task.FilteredDetailCount == 0)
            return Failed(target, status!, $"The evaluation task {target.TaskId} is {status} but has no result for any video.");
        var complete = TaskStatusWords.IsReportable(task) && (TaskStatusWords.IsFinished(status) || task.FilteredDetailCount >= (target.Videos ?? 1));
        return new PollAnswer(complete ? PollState.Done : PollState.Pending) { ProviderState = status };
    }

    private static PollAnswer Failed(EvaluationTarget target, string status, string message) => new(PollState.Failed)
    {
        ProviderState = status,
        Error = new FlowError(ErrorCodes.JobFailed, message)
        {
            Provider = VideoEvalService.Provider,
            ProviderCode = status,
            Hint = "Look at the task in the console. Retry asks the same task again; a new evaluation is a new submit and counts against the quota.",
            Document = ErrorEnvelope.Create(target.Call.RequestId, message, ErrorEnvelope.GetTaskDetailFailed, details: null),
        },
    };
}
