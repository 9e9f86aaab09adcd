using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Polling.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Tasks;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows.Await;

/// <summary>Waits for a task that was started before, here or elsewhere. Starts nothing and costs nothing.</summary>
public sealed class AwaitTaskFlow : Flow<AwaitTaskInput, TaskOutput>
{
    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = "tencent.await-task",
        Description = "Waits for a task of Tencent Cloud VOD that was started before.",
        Stages = [Stages.Wait],
        ExampleInput = """{"taskId":"1500000001-procedurev2-0123456789abcdef0123456789abcdeft0"}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<AwaitTaskInput> PrepareAsync(AwaitTaskInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var checks = new InputChecks(preparation);
        checks.Ask(input.TaskId, "taskId", "Which task should be waited for?");
        checks.Range("maxWait", input.MaxWait, 1, 3 * 24 * 3600);
        checks.Range("interval", input.Interval, 1, 3600);
        checks.ThrowIfAny();
        return await SubApps.ResolveAsync(preparation, input, required: false, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(AwaitTaskInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var calls = new PlannedCalls(preparation, input);
        calls.Call(
            Stages.Wait,
            "DescribeTaskDetail",
            VodJson.Object(("TaskId", input.TaskId), ("SubAppId", input.SubAppId)),
            input.Region,
            note: $"every {input.Interval ?? 5} s, for at most {input.MaxWait ?? 600} s");
        return ValueTask.FromResult(calls.Requests);
    }

    /// <inheritdoc/>
    public override async Task<TaskOutput> RunAsync(FlowContext context, AwaitTaskInput input)
    {
        var interval = input.Interval ?? 5;
        var longest = input.MaxWait ?? 600;
        for (var round = 1; ; round++)
        {
            var progress = new FlowProgress { Stage = Stages.Wait, StageIndex = 1, StageCount = 1, ProviderJobId = input.TaskId };
            var result = await context.CallSubFlowAsync(
                PollFlow.Ref,
                new PollInput
                {
                    Activity = PollTask.Ref.Name,
                    Target = context.Serializer.ToElement(new TaskTarget(input.TaskId!, input.SubAppId)),
                    Interval = TimeSpan.FromSeconds(interval),
                    MaxAttempts = Math.Max(1, (longest + interval - 1) / interval),
                    DurationKey = "tencent.await-task",
                    Progress = progress,
                },
                new SubFlowOptions { InstanceId = $"{context.InstanceId}:wait.{round}" });
            var end = result.Error is { } unasked ? new FlowEnd(FlowOutcome.Failed, unasked)
                : result.TimedOut ? new FlowEnd(FlowOutcome.TimedOut, TaskJob.TimedOut(input.TaskId!, result.Answer, "", longest))
                : result.Answer!.State == PollState.Failed ? new FlowEnd(
                    FlowOutcome.Failed,
                    result.Answer.Error ?? new FlowError(ErrorCodes.JobFailed, "The task failed."))
                : null;
            if (end is null) return TaskOutputs.From(input.TaskId!, TaskDetail.Read((JsonObject)result.Answer!.Result!));
            await context.EndAsync(end with { ProviderJobId = input.TaskId });
        }
    }
}
