using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Synchronous processing: image chains, a video frame, properties, detection, an HLS playlist, blind watermark embedding.</summary>
public sealed class OssProcessFlow : Flow<OssProcessInput, OssProcessOutput>
{
    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = "oss.process",
        Description = "Processes an image or video in Alibaba OSS synchronously and returns a link, a file, a saved object or properties.",
        CostNotice = "OSS meters processing by request and data volume; IMM operations are metered per call.",
        Stages = [OssStages.Preflight, OssStages.Process],
        ExampleInput = """{"source":"images/photo.jpg","operations":["resize:w=600","format:webp"],"outputMode":"save","targetKey":"output/photo.webp"}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<OssProcessInput> PrepareAsync(OssProcessInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        var settings = new OssSettings(preparation, errors);
        var prepared = settings.Place(input);
        await input.CheckSourceAsync(settings, preparation, errors, cancellationToken);
        if (OperationChain.Parse(input.Operations, errors) is { } chain) ProcessRules.Check(prepared, chain, errors);
        settings.Key("targetKey", input.TargetKey);
        SourceChecks.CheckTarget("outputPath", input.OutputPath, errors);
        prepared = prepared with { Expires = settings.Expires(input.Expires) };
        errors.ThrowIfAny();
        return prepared;
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(OssProcessInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var chain = OperationChain.Require(input.Operations);
        var plan = new OssPlan(input.Place());
        plan.Preflight(ProcessRules.Imm(chain), input.Source);
        var key = input.Source ?? OssNames.UploadPrefix + "{digits}_{name}";
        if (input.Uri is not null) plan.Upload(OssStages.Process, key);
        var run = new ProcessRun(input, chain);
        if (run.Saves) plan.Oss(OssStages.Process, "POST", key, "x-oss-process", body: "x-oss-process=" + run.SaveProcess(run.TargetKey ?? OssNames.BlindWatermarkPrefix + "{digits}_{name}"));
        else plan.Oss(OssStages.Process, "GET", key, "x-oss-process", chain.ProcessString, note: run.Mode == OssOutputMode.Url && !chain.AnswersJson ? "signed, not called" : null);
        if (input.Uri is not null) plan.Oss(OssStages.Process, "DELETE", key, null, note: "always, also after a failure");
        return ValueTask.FromResult(plan.Requests);
    }

    /// <inheritdoc/>
    public override async Task<OssProcessOutput> RunAsync(FlowContext context, OssProcessInput input)
    {
        var chain = OperationChain.Require(input.Operations);
        var report = await OssStages.PreflightAsync(context, input.Place(), ProcessRules.Imm(chain), 2, input.Source);
        var progress = new FlowProgress { Stage = OssStages.Process, StageIndex = 2, StageCount = 2 };
        context.SetCustomStatus(progress);
        IReadOnlyList<string> warnings = [.. report.Warnings, .. chain.Warnings];
        var output = await StagedSource.RunAsync(context, input, progress, (source, _) => new ProcessRun(input, chain).RunAsync(context, source.Key));
        return output with
        {
            Operations = chain.ToJson(),
            ProcessString = chain.ProcessString,
            ValidationWarnings = warnings.Count > 0 ? warnings : null,
        };
    }
}
