using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Polling.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.VideoEval.Activities;
using MediaFlows.Providers.VideoEval.Api;
using MediaFlows.Providers.VideoEval.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.VideoEval.Flows;

/// <summary>
/// The opt-in that waits: asks for a submitted task on long durable timers and returns its report. It submits nothing and costs nothing.
/// At its limit it ends <see cref="FlowOutcome.TimedOut"/>, and resume goes on waiting for the same task.
/// </summary>
public sealed class VideoEvalAwaitReportFlow : Flow<VideoEvalAwaitReportInput, Envelope<EvaluationReport>>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<VideoEvalAwaitReportInput, Envelope<EvaluationReport>> Ref = new("videoeval.await-report");

    /// <summary>Seconds between two questions. The document names none: evaluations take long, and it asks callers to look later.</summary>
    public const int DefaultIntervalSeconds = 120;

    /// <summary>Most questions: a day at the default interval.</summary>
    public const int DefaultMaxPolls = 720;

    internal const string WaitStage = "S1_WAIT";
    internal const string ReportStage = "S2_REPORT";

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Waits for a submitted video evaluation and returns its report.",
        Stages = [WaitStage, ReportStage],
        ExampleInput = """{"task_id":"12345"}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<VideoEvalAwaitReportInput> PrepareAsync(
        VideoEvalAwaitReportInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var requestId = (preparation.Services?.GetService<ClientRequestIds>() ?? new ClientRequestIds()).Next();
        if (preparation.Services?.GetService<ISecretSource>() is { } secrets)
            await VideoEvalApiKey.RequireAsync(secrets, input.ApiKey, requestId, cancellationToken);
        var errors = new InputErrors();
        AwaitRules.Check(input, errors);
        errors.ThrowIfAny(message => ErrorEnvelope.Create(requestId, message, ErrorEnvelope.ValueError, details: null));
        return input with
        {
            TaskId = input.TaskId.Trim(),
            ReportLanguage = input.ReportLanguage ?? "en",
            IntervalSeconds = input.IntervalSeconds ?? AwaitRules.Setting(preparation, AwaitRules.IntervalVariable, AwaitRules.LeastInterval) ?? DefaultIntervalSeconds,
            MaxPolls = input.MaxPolls ?? AwaitRules.Setting(preparation, AwaitRules.MaxPollsVariable, 1) ?? DefaultMaxPolls,
            TimeoutSeconds = input.TimeoutSeconds ?? VideoEvalService.RequestSeconds,
        };
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(
        VideoEvalAwaitReportInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var url = $"{VideoEvalClient.BaseUrlOf(preparation.Settings)}{VideoEvalService.TaskPath}/{Uri.EscapeDataString(input.TaskId)}";
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["x-product-version"] = VideoEvalService.ProductVersion,
            ["Authorization"] = "bearer ***",
        };
        return ValueTask.FromResult<IReadOnlyList<PlannedRequest>>(
        [
            new PlannedRequest(WaitStage, "GET", url) { Headers = headers, Note = $"every {input.IntervalSeconds} s, at most {input.MaxPolls} times" },
            new PlannedRequest(ReportStage, "GET", url) { Headers = headers, Note = "once the task has results" },
        ]);
    }

    /// <inheritdoc/>
    public override async Task<Envelope<EvaluationReport>> RunAsync(FlowContext context, VideoEvalAwaitReportInput input)
    {
        var requestId = context.NewGuid().ToString("D");
        var call = new VideoEvalCall(requestId) { ApiKey = input.ApiKey, TimeoutSeconds = input.TimeoutSeconds ?? VideoEvalService.RequestSeconds };
        await WaitAsync(context, input, call);
        context.SetCustomStatus(Progress(input, ReportStage, 2));
        var report = await context.CallActivityAsync(ReadReportActivity.Ref, new ReadReportInput(call, input.TaskId, input.ReportLanguage ?? "en"));
        return new Envelope<EvaluationReport> { Message = "The evaluation is finished.", RequestId = requestId, Data = report };
    }

    private async Task WaitAsync(FlowContext context, VideoEvalAwaitReportInput input, VideoEvalCall call)
    {
        for (var round = 1; ; round++)
        {
            var child = $"{context.InstanceId}:{WaitStage}.{round}";
            var progress = Progress(input, WaitStage, 1);
            context.SetCustomStatus(progress with { Child = child });
            var result = await context.CallSubFlowAsync(
                PollFlow.Ref,
                new PollInput
                {
                    Activity = PollTaskActivity.Ref.Name,
                    Target = context.Serializer.ToElement(new EvaluationTarget(call, input.TaskId) { Videos = input.Videos }),
                    Interval = TimeSpan.FromSeconds(input.IntervalSeconds ?? DefaultIntervalSeconds),
                    MaxAttempts = input.MaxPolls ?? DefaultMaxPolls,
                    DurationKey = CreateTaskActivity.Durations,
                    Progress = progress,
                },
                new SubFlowOptions { InstanceId = child });
            if (result is { TimedOut: false, Error: null, Answer.State: PollState.Done }) return;
            await context.EndAsync(End(input, call, result));
        }
    }

    private static FlowEnd End(VideoEvalAwaitReportInput input, VideoEvalCall call, PollResult result)
    {
        if (!result.TimedOut)
        {
            var error = result.Error ?? result.Answer?.Error ?? new FlowError(ErrorCodes.JobFailed, $"The evaluation task {input.TaskId} failed.");
            return new FlowEnd(FlowOutcome.Failed, error) { ProviderJobId = input.TaskId };
        }

        var message = $"The evaluation task {input.TaskId} is not finished after {result.Attempts} questions; its status is {result.Answer?.ProviderState ?? "not known"}.";
        return new FlowEnd(FlowOutcome.TimedOut, new FlowError(ErrorCodes.PollTimedOut, message)
        {
            Provider = VideoEvalService.Provider,
            ProviderCode = result.Answer?.ProviderState,
            Hint = "Resume the flow to go on waiting for the same task, or look at it later with mediaflows videoeval show.",
            Document = ErrorEnvelope.Create(call.RequestId, message, ErrorEnvelope.GetTaskDetailFailed, details: null),
        })
        {
            ProviderJobId = input.TaskId,
        };
    }

    private FlowProgress Progress(VideoEvalAwaitReportInput input, string stage, int index) =>
        new() { Stage = stage, StageIndex = index, StageCount = Info.Stages.Count, ProviderJobId = input.TaskId };
}
