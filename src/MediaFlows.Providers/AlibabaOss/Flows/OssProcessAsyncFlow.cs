using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs;
using MediaFlows.Core.Jobs.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Asynchronous media processing: convert, animation, snapshots, sprite, concat. One paid job, submitted once and waited for.</summary>
public sealed class OssProcessAsyncFlow : Flow<OssProcessAsyncInput, OssProcessAsyncOutput>
{
    private const int DocumentedInterval = 5;
    private static readonly FlowProgress Progress = new() { Stage = OssStages.Process, StageIndex = 2, StageCount = 3 };

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = "oss.process-async",
        Description = "Converts, cuts frames from, or joins video and audio in Alibaba OSS through IMM.",
        Charged = true,
        CostNotice = "IMM charges for each conversion by duration and resolution.",
        Stages = [OssStages.Preflight, OssStages.Process, OssStages.Poll],
        ExampleInput = """{"source":"videos/clip.mov","operations":["video/convert:f=mp4,vcodec=h264"],"targetKey":"output/clip.mp4"}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<OssProcessAsyncInput> PrepareAsync(OssProcessAsyncInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        var settings = new OssSettings(preparation, errors);
        var prepared = settings.Place(input);
        await input.CheckSourceAsync(settings, preparation, errors, cancellationToken);
        if (OperationChain.Parse(input.Operations, errors) is { } chain) AsyncRules.Check(input, chain, errors);
        settings.Key("targetKey", input.TargetKey);
        SourceChecks.CheckTarget("outputPath", input.OutputPath, errors);
        prepared = prepared with { TimeoutSeconds = settings.Timeout(input.TimeoutSeconds), PollIntervalSeconds = settings.PollSeconds(input.PollIntervalSeconds, DocumentedInterval) };
        errors.ThrowIfAny();
        return prepared;
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(OssProcessAsyncInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var chain = OperationChain.Require(input.Operations);
        var plan = new OssPlan(input.Place());
        plan.Preflight(ImmNeed.Required, input.Source);
        var key = input.Source ?? OssNames.UploadPrefix + "{digits}_{name}";
        if (input.Uri is not null) plan.Upload(OssStages.Process, key);
        if (chain.First.Rule.TakesSegments)
            foreach (var each in (IEnumerable<string>)[key, .. chain.First.Segments.Select(s => s.Key)])
                plan.Oss(OssStages.Process, "GET", each, "x-oss-process", ProcessString.Prefix(chain.First.Rule.Category) + "/info", note: "compared before the submit");
        plan.Oss(OssStages.Process, "HEAD", input.TargetKey, null, note: "so that a lost answer can be told from an older object");
        plan.Oss(OssStages.Process, "POST", key, "x-oss-async-process", body: "x-oss-async-process=" + chain.ProcessString + ProcessString.SaveAs(input.TargetKey!, input.TargetBucket ?? input.Bucket!), charged: true, note: "once");
        plan.Imm(OssStages.Poll, "GetTask", "ProjectName={project}&TaskId={task_id}&TaskType=MediaConvert", note: $"every {input.PollIntervalSeconds} s, at most {AsyncOutcomes.Attempts(input.TimeoutSeconds!.Value, input.PollIntervalSeconds!.Value)} times");
        if (input.Uri is not null) plan.Oss(OssStages.Poll, "DELETE", key, null, note: "always, also after a failure");
        return ValueTask.FromResult(plan.Requests);
    }

    /// <inheritdoc/>
    public override async Task<OssProcessAsyncOutput> RunAsync(FlowContext context, OssProcessAsyncInput input)
    {
        var started = context.CurrentUtcDateTime;
        var chain = OperationChain.Require(input.Operations);
        var report = await OssStages.PreflightAsync(context, input.Place(), ImmNeed.Required, 3, input.Source);
        return await StagedSource.RunAsync(context, input, Progress, async (source, round) =>
        {
            var found = await ConcatCheck.RunAsync(context, input.Place(), input.Alignment, chain.First, source.Key);
            var aligned = OperationChain.Of(found.Operation);
            var before = await context.CallActivityAsync(LookAtTarget.Ref, new KeyInput(input.Place() with { Bucket = input.TargetBucket ?? input.Bucket! }, input.TargetKey!));
            var done = await context.RunJobAsync(Job(context, input, aligned, report.Project, source, round, started, before));
            IReadOnlyList<string> warnings = [.. report.Warnings, .. chain.Warnings, .. found.Warnings];
            var output = new OssProcessAsyncOutput
            {
                TaskId = done.JobId,
                RequestId = (string?)done.Receipt.Details?["requestId"],
                EventId = (string?)done.Receipt.Details?["eventId"],
                Source = input.Shown(),
                TargetKey = input.TargetKey!,
                Bucket = input.TargetBucket ?? input.Bucket!,
                Status = "submitted",
                Operations = aligned.ToJson(),
                ProcessString = aligned.ProcessString,
                ValidationWarnings = warnings.Count > 0 ? warnings : null,
            };
            if (done.Answer is null) return output;

            var result = AsyncOutcomes.Result(done.Answer);
            output = output with
            {
                Status = "completed",
                RequestId = output.RequestId ?? result.RequestId,
                EventId = output.EventId ?? result.EventId,
                Size = result.Size,
                GeneratedKeys = result.Keys.Count > 0 ? result.Keys : null,
                FileCount = result.Keys.Count > 0 ? result.Keys.Count : null,
            };
            output = await AsyncResults.FinishAsync(context, input, aligned, output, found.SourceSeconds);
            return output with { ElapsedSeconds = (long)(context.CurrentUtcDateTime - started).TotalSeconds };
        });
    }

    private static ProviderJob<ProcessJob> Job(FlowContext context, OssProcessAsyncInput input, OperationChain chain, string? project, StagedSource source, int round, DateTime started, TargetState before)
    {
        var place = input.Place();
        var bucket = input.TargetBucket ?? place.Bucket;
        var request = new ProcessJob(place, source.Key, chain.ProcessString + ProcessString.SaveAs(input.TargetKey!, bucket), chain.First.Name, bucket, input.TargetKey!) { Before = before.Facts };
        return new ProviderJob<ProcessJob>
        {
            Step = round == 1 ? OssStages.Process : OssStages.Process + "_AGAIN",
            Submit = SubmitProcess.Ref,
            Request = request,
            OnAmbiguousSubmit = input.OnAmbiguousSubmit,
            Poll = PollProcess.Ref,
            Target = id => context.Serializer.ToElement(new ProcessTarget(place with { Bucket = bucket }, project, id, input.TargetKey!, request.ManyResults, started)),
            Interval = TimeSpan.FromSeconds(input.PollIntervalSeconds!.Value),
            MaxAttempts = AsyncOutcomes.Attempts(input.TimeoutSeconds!.Value, input.PollIntervalSeconds.Value),
            DurationKey = "oss." + request.Operation,
            SubmitProgress = Progress,
            PollProgress = Progress with { Stage = OssStages.Poll, StageIndex = 3 },
            TimedOut = (id, last) => AsyncOutcomes.TimedOut(id, last, input.TimeoutSeconds.Value, input.TargetKey),
            OnFailed = source.RemoveAsync,
            OnRetry = source.BringAsync,
            Wait = input.Wait != false,
        };
    }
}
