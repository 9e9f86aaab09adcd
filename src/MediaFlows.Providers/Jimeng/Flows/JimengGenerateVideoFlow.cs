using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs;
using MediaFlows.Core.Jobs.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Secrets;
using MediaFlows.Providers.Jimeng.Activities;
using MediaFlows.Providers.Jimeng.Api;
using MediaFlows.Providers.Jimeng.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Jimeng.Flows;

/// <summary>Makes a video from text, images or both: submit once, query until done, and keep the result before its URL expires.</summary>
public sealed class JimengGenerateVideoFlow : Flow<JimengGenerateInput, JimengVideo>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<JimengGenerateInput, JimengVideo> Ref = new("jimeng.generate-video");

    internal const string SubmitStage = "S1_SUBMIT";
    internal const string PollStage = "S2_POLL";
    internal const string SaveStage = "S3_SAVE";

    // How long not_found is taken for "not known yet". Assumed: failing too early would have a paid video made twice.
    private static readonly TimeSpan NotFoundGrace = TimeSpan.FromSeconds(30);

    // Slots of the account's concurrency limit free up as tasks end, and those take minutes: up to half an hour of patience.
    private static readonly ActivityOptions SubmitOptions = new() { Retry = new FlowRetryPolicy(30, TimeSpan.FromSeconds(5), 2.0, TimeSpan.FromMinutes(1)) };

    // A result may be missing for a moment after done; its URL lives an hour.
    private static readonly ActivityOptions SaveOptions = new() { Retry = new FlowRetryPolicy(10, TimeSpan.FromSeconds(3), 2.0, TimeSpan.FromSeconds(60)) };

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Generates a video from text or images with Jimeng 3.0.",
        Charged = true,
        CostNotice = "Every accepted task is paid, by mode and length.",
        Stages = [SubmitStage, PollStage, SaveStage],
        ExampleInput = """{"prompt":"a golden retriever in a sunflower field","mode":"t2v_720p","duration":5,"saveTo":{"blob":"jimeng/retriever.mp4"}}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<JimengGenerateInput> PrepareAsync(
        JimengGenerateInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        if (preparation.Services?.GetService<ISecretSource>() is { } secrets)
        {
            await secrets.RequireAsync(JimengService.Provider, cancellationToken, JimengService.AccessKeyVariable);
            await secrets.RequireAsync(JimengService.Provider, cancellationToken, JimengService.SecretKeyVariable);
        }

        var mode = JimengMode.Find(input.Mode ?? JimengMode.Default)
            ?? throw new InvalidInputException("mode", $"mode must be one of {string.Join(", ", JimengMode.All.Select(m => m.Name))}, not '{input.Mode}'.");
        var errors = new InputErrors();
        GenerateRules.Check(input, mode, errors);
        var images = new List<(string Field, MediaSource Source)>();
        if (input.Image is not null) images.Add(("image", input.Image));
        if (input.TailImage is not null) images.Add(("tailImage", input.TailImage));
        IReadOnlyList<JimengImage> checkedImages = errors.IsEmpty
            ? await new ImageRules(preparation.Media, errors).CheckAsync(images, IsInline(images.Select(i => i.Source)), cancellationToken)
            : [];
        if (errors.IsEmpty && input.SaveTo is not null) await SaveTarget.CheckAsync(input.SaveTo, preparation.Media, errors, cancellationToken);
        errors.ThrowIfAny();
        return CameraQuestions.Settle(input, mode, preparation.UseDefaults) with
        {
            Mode = mode.Name,
            Prompt = string.IsNullOrWhiteSpace(input.Prompt) ? null : input.Prompt,
            Duration = input.Duration ?? 5,
            Fps = input.Fps ?? 24,
            Seed = input.Seed ?? -1,
            AspectRatio = images.Count > 0 ? null : input.AspectRatio ?? JimengWords.AspectRatios[0],
            CheckedImages = checkedImages,
            TimeoutSeconds = input.TimeoutSeconds ?? JimengSettings.Number(preparation, JimengService.TimeoutVariable, JimengService.DefaultTimeoutSeconds),
            PollIntervalSeconds = input.PollIntervalSeconds ?? JimengSettings.Number(preparation, JimengService.IntervalVariable, JimengService.DefaultIntervalSeconds),
            MaxPollAttempts = input.MaxPollAttempts ?? JimengSettings.Number(preparation, JimengService.MaxPollsVariable, JimengService.DefaultMaxPolls),
        };
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(JimengGenerateInput input, FlowPreparation preparation, CancellationToken cancellationToken) =>
        ValueTask.FromResult(JimengPlan.Of(JimengClient.BaseUrlOf(preparation.Settings), input, Request(input)));

    /// <inheritdoc/>
    public override async Task<JimengVideo> RunAsync(FlowContext context, JimengGenerateInput input)
    {
        var request = Request(input);
        var task = new JimengTarget(request.ReqKey, "") { TimeoutSeconds = request.TimeoutSeconds, AigcMeta = input.AigcMeta };
        var job = await context.RunJobAsync(new ProviderJob<JimengRequest>
        {
            Step = SubmitStage,
            Submit = SubmitJimengActivity.Ref,
            SubmitOptions = SubmitOptions,
            Request = request,
            OnAmbiguousSubmit = input.OnAmbiguousSubmit,
            Poll = PollJimengActivity.Ref,
            Target = id => context.Serializer.ToElement(task with { TaskId = id, KnownFrom = context.CurrentUtcDateTime + NotFoundGrace }),
            Interval = TimeSpan.FromSeconds(input.PollIntervalSeconds!.Value),
            MaxAttempts = input.MaxPollAttempts!.Value,
            DurationKey = SubmitJimengActivity.Durations(request),
            SubmitProgress = Progress(SubmitStage, 1),
            PollProgress = Progress(PollStage, 2),
            TimedOut = TimedOut,
            Cancel = CancelJimengActivity.Ref,
        });
        var result = System.Text.Json.JsonSerializer.Deserialize<JimengResult>(job.Answer!.Result, context.Serializer.Options)!;
        var info = new JimengGenerationInfo { Prompt = input.Prompt, Duration = input.Duration!.Value, Mode = input.Mode!, Fps = input.Fps!.Value };
        if (input.SaveTo is { } target)
        {
            context.SetCustomStatus(Progress(SaveStage, 3) with { ProviderJobId = job.JobId });
            var save = new SaveVideoInput(task with { TaskId = job.JobId }, target) { VideoUrl = result.VideoUrl! };
            var saved = await context.CallActivityAsync(SaveVideoActivity.Ref, save, SaveOptions);
            info = info with { SavePath = target.ToString(), SavedBytes = saved.Length, SavedSha256 = saved.Sha256 };
        }

        return new JimengVideo { TaskId = job.JobId, VideoUrl = result.VideoUrl!, Data = result, GenerationInfo = info };
    }

    private static bool IsInline(IEnumerable<MediaSource> images) => images.Any(i => i.Url is null);

    private static JimengRequest Request(JimengGenerateInput input)
    {
        var images = input.CheckedImages!;
        return new JimengRequest(JimengMode.Find(input.Mode!)!.ReqKey)
        {
            Mode = input.Mode!,
            Prompt = input.Prompt,
            Images = images,
            Inline = IsInline(images.Select(i => i.Source)),
            Seed = input.Seed!.Value,
            Frames = JimengWords.Frames(input.Duration!.Value),
            AspectRatio = input.AspectRatio,
            TemplateId = input.TemplateId,
            CameraStrength = input.CameraStrength,
            TimeoutSeconds = input.TimeoutSeconds!.Value,
        };
    }

    private static FlowError TimedOut(string taskId, PollAnswer? last)
    {
        var message = $"Request timeout: the task {taskId} is not done yet; its status is {last?.ProviderState ?? "not known"}.";
        return new FlowError(ErrorCodes.PollTimedOut, message)
        {
            Provider = JimengService.Provider,
            ProviderCode = last?.ProviderState,
            Hint = $"Resume the flow to go on waiting for the same task (it lives 12 hours), or raise {JimengService.MaxPollsVariable}.",
            Document = JimengDocument.Failure(JimengDocument.Timeout, message, taskId),
        };
    }

    private FlowProgress Progress(string stage, int index) => new() { Stage = stage, StageIndex = index, StageCount = Info.Stages.Count };
}
