using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs;
using MediaFlows.Core.Jobs.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Reads a blind watermark: one paid IMM task.</summary>
public sealed class OssExtractFlow : Flow<OssExtractInput, OssExtractOutput>
{
    private const string Extract = "EXTRACT";
    private const int DocumentedInterval = 3;
    private static readonly FlowProgress Progress = new() { Stage = Extract, StageIndex = 2, StageCount = 3 };

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = "oss.blindwatermark-extract",
        Description = "Reads the text of a blind watermark from an image through IMM.",
        Charged = true,
        CostNotice = "IMM charges for each extraction.",
        Stages = [OssStages.Preflight, Extract, OssStages.Poll],
        ExampleInput = """{"source":"images/marked.png","strength":"low","immProject":"my-project"}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<OssExtractInput> PrepareAsync(OssExtractInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        var settings = new OssSettings(preparation, errors);
        var prepared = settings.Place(input);
        await input.CheckSourceAsync(settings, preparation, errors, cancellationToken);
        foreach (var finding in OperationChecks.Errors(Operation(input))) errors.Add("operations", finding);
        var project = string.IsNullOrWhiteSpace(input.ImmProject) ? preparation.Setting("ALIBABA_CLOUD_IMM_PROJECT") : input.ImmProject.Trim();
        if (project is null) errors.Add("immProject", "blindwatermark-extract requires the IMM project: give immProject, or set ALIBABA_CLOUD_IMM_PROJECT.");
        prepared = prepared with
        {
            ImmProject = project,
            TimeoutSeconds = settings.Timeout(input.TimeoutSeconds),
            PollIntervalSeconds = settings.PollSeconds(input.PollIntervalSeconds, DocumentedInterval),
        };
        errors.ThrowIfAny();
        return prepared;
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(OssExtractInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var plan = new OssPlan(input.Place());
        plan.Preflight(ImmNeed.Required, input.Source);
        var key = input.Source ?? OssNames.UploadPrefix + "{digits}_{name}";
        if (input.Uri is not null) plan.Upload(Extract, key);
        plan.Imm(Extract, "CreateDecodeBlindWatermarkTask", $"ProjectName={Uri.EscapeDataString(input.ImmProject!)}&SourceURI={Uri.EscapeDataString(input.Place().PathOf(key))}", charged: true, note: "once");
        plan.Imm(OssStages.Poll, "GetTask", "TaskType=DecodeBlindWatermark&TaskId={task_id}", note: $"every {input.PollIntervalSeconds} s, at most {AsyncOutcomes.Attempts(input.TimeoutSeconds!.Value, input.PollIntervalSeconds!.Value)} times");
        plan.Imm(OssStages.Poll, "GetDecodeBlindWatermarkResult", "TaskType=DecodeBlindWatermark&TaskId={task_id}");
        if (input.Uri is not null) plan.Oss(OssStages.Poll, "DELETE", key, null, note: "always, also after a failure");
        return ValueTask.FromResult(plan.Requests);
    }

    /// <inheritdoc/>
    public override async Task<OssExtractOutput> RunAsync(FlowContext context, OssExtractInput input)
    {
        await OssStages.PreflightAsync(context, input.Place(), ImmNeed.Required, 3, input.Source);
        return await StagedSource.RunAsync(context, input, Progress, async (source, round) =>
        {
            var done = await context.RunJobAsync(Job(context, input, source, round));
            var content = (string?)done.Answer!.Result?["content"] ?? "";
            return new OssExtractOutput
            {
                Source = input.Shown(),
                Data = new OssExtractData(content, done.JobId),
                TaskId = done.JobId,
                RequestId = (string?)done.Receipt.Details?["requestId"] ?? (string?)done.Answer.Result?["requestId"],
                Operations = OperationChain.Of(Operation(input)).ToJson(),
            };
        });
    }

    private static ProviderJob<ExtractionJob> Job(FlowContext context, OssExtractInput input, StagedSource source, int round) => new()
    {
        Step = round == 1 ? Extract : Extract + "_AGAIN",
        Submit = SubmitExtraction.Ref,
        Request = new ExtractionJob(input.Place(), source.Key, input.ImmProject!, input.Strength, input.Model),
        OnAmbiguousSubmit = input.OnAmbiguousSubmit,
        Poll = PollExtraction.Ref,
        Target = id => context.Serializer.ToElement(new ExtractionTarget(input.Place(), input.ImmProject!, id)),
        Interval = TimeSpan.FromSeconds(input.PollIntervalSeconds!.Value),
        MaxAttempts = AsyncOutcomes.Attempts(input.TimeoutSeconds!.Value, input.PollIntervalSeconds.Value),
        DurationKey = "oss.blindwatermark-extract",
        SubmitProgress = Progress,
        PollProgress = Progress with { Stage = OssStages.Poll, StageIndex = 3 },
        TimedOut = (id, last) => AsyncOutcomes.TimedOut(id, last, input.TimeoutSeconds.Value, null),
        OnFailed = source.RemoveAsync,
        OnRetry = source.BringAsync,
    };

    private static MediaOperation Operation(OssExtractInput input)
    {
        List<KeyValuePair<string, string>> parameters = [];
        if (input.Strength is not null) parameters.Add(new("s", input.Strength));
        if (input.Model is not null) parameters.Add(new("model", input.Model));
        return new MediaOperation(OperationTable.Require("blindwatermark-extract"), parameters, []);
    }
}
