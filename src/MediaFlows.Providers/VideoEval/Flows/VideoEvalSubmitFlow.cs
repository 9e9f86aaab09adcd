using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs;
using MediaFlows.Core.Jobs.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.VideoEval.Activities;
using MediaFlows.Providers.VideoEval.Api;
using MediaFlows.Providers.VideoEval.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.VideoEval.Flows;

/// <summary>
/// Submits one evaluation: the checked batch is uploaded, video by video as steps of their own, then the task is created once and the flow completes.
/// It never waits for the result: the document demands that a submit does not poll.
/// </summary>
public sealed class VideoEvalSubmitFlow : Flow<VideoEvalSubmitInput, Envelope<SubmittedTask>>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<VideoEvalSubmitInput, Envelope<SubmittedTask>> Ref = new("videoeval.submit");

    internal const string UploadStage = "S1_UPLOAD";
    internal const string CreateStage = "S2_CREATE";

    // Enough to fill a line, few enough for a service that says nothing of its limits.
    private const int ParallelUploads = 3;
    private const int LongestTimeout = 3600;

    // A lost answer takes two tries to settle (look up, create again), and that may happen more than once.
    private static readonly ActivityOptions CreateOptions = new() { Retry = new FlowRetryPolicy(8, TimeSpan.FromSeconds(2), 2.0, TimeSpan.FromMinutes(1)) };

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Submits 1 to 10 videos for evaluation and returns the task id at once.",
        Charged = true,
        CostNotice = "Each video counts: free accounts have 10 videos in 24 hours, shared with the console; beyond that the account pays.",
        Stages = [UploadStage, CreateStage],
        ExampleInput = """{"files":[{"file":"video-1.mp4"}],"prompt":"Is the opening strong enough?"}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<VideoEvalSubmitInput> PrepareAsync(
        VideoEvalSubmitInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var requestId = (preparation.Services?.GetService<ClientRequestIds>() ?? new ClientRequestIds()).Next();
        if (preparation.Services?.GetService<ISecretSource>() is { } secrets)
            await VideoEvalApiKey.RequireAsync(secrets, input.ApiKey, requestId, cancellationToken);

        var errors = new InputErrors();
        SubmitRules.Check(input, LongestTimeout, errors);
        var batch = new VideoBatch(preparation.Media, errors);
        var videos = await batch.CheckAsync(input.Files, cancellationToken);
        errors.ThrowIfAny(message => ErrorEnvelope.Create(requestId, message, batch.ErrorWord, details: null));
        var timeout = input.TimeoutSeconds ?? VideoEvalService.RequestSeconds;
        return input with
        {
            Prompt = string.IsNullOrWhiteSpace(input.Prompt) ? null : input.Prompt,
            TimeoutSeconds = timeout,
            UploadTimeoutSeconds = Math.Max(timeout, input.UploadTimeoutSeconds ?? VideoEvalService.UploadSeconds),
            Videos = videos,
        };
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(VideoEvalSubmitInput input, FlowPreparation preparation, CancellationToken cancellationToken) =>
        ValueTask.FromResult(SubmitPlan.Of(VideoEvalClient.BaseUrlOf(preparation.Settings), input.Videos!, ids => Request(input, "{request id}", ids, [])));

    /// <inheritdoc/>
    public override async Task<Envelope<SubmittedTask>> RunAsync(FlowContext context, VideoEvalSubmitInput input)
    {
        var requestId = context.NewGuid().ToString("D");
        var videos = input.Videos!;
        var progress = new FlowProgress { Stage = UploadStage, StageIndex = 1, StageCount = Info.Stages.Count, BytesTotal = videos.Sum(v => v.Length) };
        context.SetCustomStatus(progress);
        var uploadCall = Call(input, requestId) with { TimeoutSeconds = input.UploadTimeoutSeconds ?? VideoEvalService.UploadSeconds };
        var attachments = await context.ForEachAsync(
            videos, ParallelUploads, video => context.CallActivityAsync(UploadVideoActivity.Ref, new UploadVideoInput(uploadCall, video)));

        progress = progress with { Stage = CreateStage, StageIndex = 2, BytesSent = progress.BytesTotal };
        context.SetCustomStatus(progress);
        var known = await context.CallActivityAsync(ListKnownTasksActivity.Ref, Call(input, requestId));
        var job = await context.RunJobAsync(new ProviderJob<CreateTaskRequest>
        {
            Step = CreateStage,
            Submit = CreateTaskActivity.Ref,
            SubmitOptions = CreateOptions,
            Request = Request(input, requestId, [.. attachments.Select(a => a.AttachmentId)], known.TaskIds),
            OnAmbiguousSubmit = input.OnAmbiguousSubmit,
            Poll = PollTaskActivity.Ref,
            Target = id => context.Serializer.ToElement(new EvaluationTarget(Call(input, requestId), id)),
            Interval = TimeSpan.FromSeconds(VideoEvalAwaitReportFlow.DefaultIntervalSeconds),
            MaxAttempts = 1,
            DurationKey = CreateTaskActivity.Durations,
            SubmitProgress = progress,
            Wait = false,
        });
        return new Envelope<SubmittedTask>
        {
            Message = $"The evaluation task was created. It runs on its own; look at it later with: mediaflows videoeval show --task-id {job.JobId}",
            RequestId = requestId,
            Data = new SubmittedTask
            {
                TaskId = job.JobId,
                TaskStatus = job.Receipt.Details?["task_status"]?.GetValue<string>(),
                SubmittedVideoCount = videos.Count,
            },
        };
    }

    private static VideoEvalCall Call(VideoEvalSubmitInput input, string requestId) =>
        new(requestId) { ApiKey = input.ApiKey, TimeoutSeconds = input.TimeoutSeconds ?? VideoEvalService.RequestSeconds };

    private static CreateTaskRequest Request(VideoEvalSubmitInput input, string requestId, IReadOnlyList<string> attachmentIds, IReadOnlyList<string> known) =>
        new(Call(input, requestId), attachmentIds)
        {
            Prompt = input.Prompt,
            Language = input.Language,
            TypicalUsers = input.TypicalUsers,
            TypicalUserCount = input.TypicalUserCount,
            TypicalUserSelectionMode = input.TypicalUserSelectionMode,
            Report = input.Report,
            FileNames = [.. input.Videos!.Select(v => v.Name)],
            KnownTaskIds = known,
        };
}
