using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.VideoEval.Api;
using MediaFlows.Providers.VideoEval.Reports;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>Reads a finished task and makes the report (<c>GET …/survey/task/{id}</c>). A task that is not finished yields none.</summary>
public sealed class ReadReportActivity(VideoEvalClient client) : Activity<ReadReportInput, EvaluationReport>
{
    /// <summary>What the flow calls.</summary>
    public static readonly ActivityRef<ReadReportInput, EvaluationReport> Ref = new("videoeval.read-report");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<EvaluationReport> RunAsync(ActivityContext context, ReadReportInput input, CancellationToken cancellationToken)
    {
        var task = await client.GetTaskAsync(input.Call, input.TaskId, cancellationToken);
        var report = ReportRenderer.Render(task, input.Language) ?? throw new FlowException(
            new FlowError(ErrorCodes.JobFailed, $"The evaluation task {input.TaskId} is not finished: its status is {task.TaskStatus ?? "unknown"}.")
            {
                Provider = VideoEvalService.Provider,
                Retryable = true,
            });
        return new EvaluationReport
        {
            TaskId = task.TaskId,
            TaskStatus = task.TaskStatus,
            Report = report,
            Detail = [.. task.Detail.Select(i => RedactedJson.Copy(i)!)],
            FilteredDetailCount = task.FilteredDetailCount,
            Summary = task.Summary with { Result = RedactedJson.Copy(task.Summary.Result) },
        };
    }
}
