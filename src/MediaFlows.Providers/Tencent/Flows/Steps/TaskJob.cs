using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>Describes a task to the shared submit-once-and-wait.</summary>
internal static class TaskJob
{
    public static ProviderJob<VodTaskRequest> Create(FlowContext context, TaskInput input, VodTaskRequest request, WaitTimes times, string step)
    {
        var interval = input.PollInterval ?? times.Interval;
        var longest = input.MaxWait ?? times.MaxWait;
        return new ProviderJob<VodTaskRequest>
        {
            Step = step,
            Submit = request.Action == "PullUpload" ? SubmitPull.Ref : SubmitTask.Ref,
            Request = request,
            OnAmbiguousSubmit = input.OnAmbiguousSubmit ?? AmbiguousSubmit.Ask,
            Poll = PollTask.Ref,
            Target = id => context.Serializer.ToElement(new TaskTarget(id, input.SubAppId)),
            Interval = TimeSpan.FromSeconds(interval),
            Slower = input.PollInterval is null ? times.Slower : null,
            MaxAttempts = Math.Max(1, (longest + interval - 1) / interval),
            DurationKey = request.DurationKey,
            SubmitProgress = new FlowProgress { Stage = step, StageIndex = 2, StageCount = 3, Message = input.Warnings is null ? null : string.Join(' ', input.Warnings) },
            PollProgress = new FlowProgress { Stage = Stages.Wait, StageIndex = 3, StageCount = 3 },
            TimedOut = (id, last) => TimedOut(id, last, request.TaskType, longest),
            Wait = input.Wait ?? true,
        };
    }

    public static FlowError TimedOut(string taskId, PollAnswer? last, string taskType, int seconds)
    {
        var query = QueryCommand(taskId, taskType);
        return new FlowError(
            ErrorCodes.PollTimedOut,
            $"The task {taskId} is still running after {seconds} seconds. It goes on at the service and was not submitted again.")
        {
            Provider = Api.TencentSettings.Provider,
            Hint = $"Ask for it with '{query}', or resume the flow to go on waiting for the same task.",
            Document = new System.Text.Json.Nodes.JsonObject
            {
                ["TaskId"] = taskId,
                ["Status"] = last?.ProviderState ?? "PROCESSING",
                ["Query"] = query,
            },
        };
    }

    /// <summary>The command that asks for a task: images have one of their own, everything else goes by describe-task.</summary>
    public static string QueryCommand(string taskId, string taskType) =>
        taskType == "AigcImageTask" ? $"mediaflows tencent aigc-image query --task-id {taskId}" : $"mediaflows tencent describe-task --task-id {taskId}";
}
