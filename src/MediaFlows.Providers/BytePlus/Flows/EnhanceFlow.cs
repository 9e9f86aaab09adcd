using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs;
using MediaFlows.Core.Jobs.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.BytePlus.Activities;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>Enhances a video: one paid run, waited for.</summary>
public sealed class EnhanceFlow : Flow<EnhanceInput, EnhanceOutput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<EnhanceInput, EnhanceOutput> Ref = new("byteplus.enhance");

    // The document numbers its stages through upload and enhancement; here they are the first and second.
    private static readonly FlowProgress Progress = new() { StageCount = 2 };

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Restores and enhances a video in BytePlus VOD.",
        Charged = true,
        CostNotice = "BytePlus charges for each enhancement by duration, resolution and style.",
        Stages = [UploadStages.Enhance, UploadStages.PollEnhance],
        ExampleInput = """{"type":"Vid","video":"v0d123abc","config":"common","repair_style":1,"res":"1080p"}""",
    };

    /// <inheritdoc/>
    public override ValueTask<EnhanceInput> PrepareAsync(EnhanceInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        var settings = new BytePlusSettings(preparation, errors);
        var source = EnhanceSource.Read(input.Type, input.Video, errors);
        var config = string.IsNullOrWhiteSpace(input.Config) ? null : input.Config.Trim().ToLowerInvariant();
        var style = input.RepairStyle;
        if (preparation.UseDefaults) (config, style) = (config ?? EnhanceChoices.DefaultConfig, style ?? EnhanceChoices.DefaultRepairStyle);
        if (config is not null && !EnhanceChoices.IsConfig(config))
            errors.Add("config", $"The kind of video is one of: {EnhanceChoices.ConfigWords}.");
        if (style is not (null or 1 or 2)) errors.Add("repair_style", "The style is 1 (Standard) or 2 (Pro).");
        if (!EnhanceChoices.TryResolution(input.Res, out var resolution))
            errors.Add("res", $"The resolution is one of: {EnhanceChoices.ResolutionWords}; leave it out to keep the source's.");
        var prepared = input with
        {
            Type = source.Type,
            Video = source.Video,
            Config = config,
            RepairStyle = style,
            Res = resolution,
            Space = source.Type == EnhanceRequest.DirectUrl ? settings.Space(input.Space) : settings.SpaceOrNull(input.Space),
            PollInterval = settings.PollInterval(input.PollInterval),
            PollMax = settings.PollMax(input.PollMax),
            UrlExpireMinutes = settings.UrlExpireMinutes(input.UrlExpireMinutes),
            PlayDomain = settings.PlayDomain(input.PlayDomain),
        };
        errors.ThrowIfAny();
        var questions = EnhanceChoices.Missing(config, style);
        return questions.Count == 0 ? ValueTask.FromResult(prepared) : throw new QuestionsException(questions);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(EnhanceInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var calls = new PlannedCalls(preparation.Settings);
        return ValueTask.FromResult<IReadOnlyList<PlannedRequest>>(
        [
            calls.Call(UploadStages.Enhance, VodCalls.StartExecution(Request(input), "{client token}"), "once", charged: true),
            calls.Call(UploadStages.PollEnhance, VodCalls.GetExecution("{RunId}"), $"every {input.PollInterval} s, at most {input.PollMax} times"),
        ]);
    }

    /// <inheritdoc/>
    public override async Task<EnhanceOutput> RunAsync(FlowContext context, EnhanceInput input)
    {
        var request = Request(input);
        var job = await context.RunJobAsync(new ProviderJob<EnhanceRequest>
        {
            Step = UploadStages.Enhance,
            Submit = SubmitEnhance.Ref,
            Request = request,
            SubmitOptions = Patience.Options,
            OnAmbiguousSubmit = input.OnAmbiguousSubmit,
            Poll = PollEnhance.Ref,
            Target = runId => context.Serializer.ToElement(new EnhanceTarget(runId, request.RepairStyle, input.Space)),
            Interval = TimeSpan.FromSeconds(input.PollInterval!.Value),
            MaxAttempts = input.PollMax!.Value,
            DurationKey = SubmitEnhance.Durations(request),
            SubmitProgress = Progress with { Stage = UploadStages.Enhance, StageIndex = 1 },
            PollProgress = Progress with { Stage = UploadStages.PollEnhance, StageIndex = 2 },
            TimedOut = (runId, _) => TimedOut(input, runId),
        });

        var result = job.Answer!.Result!;
        var path = result["directUrl"]!.GetValue<string>();
        var space = result["space"]!.GetValue<string>();
        var play = await context.CallActivityAsync(FindPlayUrl.Ref, new PlayUrlRequest(space, path, input.PlayDomain, input.UrlExpireMinutes!.Value));
        return EnhanceOutputs.Success(space, result["fileId"]!.GetValue<string>(), path, play.Url);
    }

    private static EnhanceRequest Request(EnhanceInput input) =>
        new(input.Type!, input.Video!, input.Space, input.Config!, input.RepairStyle!.Value, input.Res);

    private static FlowError TimedOut(EnhanceInput input, string runId)
    {
        var document = BytePlusDocuments.ExecutionTimedOut(input.PollMax!.Value, input.PollInterval!.Value, runId, input.Space);
        return new FlowError(ErrorCodes.PollTimedOut, document["error"]!.GetValue<string>())
        {
            Provider = BytePlusNames.Provider,
            Hint = "Resume the flow: it goes on waiting for the same job and submits nothing.",
            Document = document,
        };
    }
}
