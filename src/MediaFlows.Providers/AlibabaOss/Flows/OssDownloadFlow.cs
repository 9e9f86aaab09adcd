using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.AlibabaOss.Activities;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Downloads an object, checked against its CRC-64.</summary>
public sealed class OssDownloadFlow : Flow<OssDownloadInput, OssDownloadOutput>
{
    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = "oss.download",
        Description = "Downloads an object from Alibaba OSS to media storage or a file.",
        Stages = [OssStages.Preflight, OssStages.Download],
        ExampleInput = """{"source":"images/photo.jpg","outputPath":{"file":"photo.jpg"}}""",
    };

    /// <inheritdoc/>
    public override ValueTask<OssDownloadInput> PrepareAsync(OssDownloadInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        var settings = new OssSettings(preparation, errors);
        var prepared = settings.Place(input);
        if (input.Uri is not null) errors.Add("uri", "download takes source, not uri.");
        if (input.Source is null) errors.Add("source", "download requires source: the key of the object.");
        if (input.OutputPath is null) errors.Add("outputPath", "download requires outputPath.");
        settings.Key("source", input.Source);
        SourceChecks.CheckTarget("outputPath", input.OutputPath, errors);
        errors.ThrowIfAny();
        return ValueTask.FromResult(prepared);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(OssDownloadInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var plan = new OssPlan(input.Place());
        plan.Preflight(ImmNeed.None, input.Source);
        plan.Oss(OssStages.Download, "GET", input.Source, null);
        return ValueTask.FromResult(plan.Requests);
    }

    /// <inheritdoc/>
    public override async Task<OssDownloadOutput> RunAsync(FlowContext context, OssDownloadInput input)
    {
        await OssStages.PreflightAsync(context, input.Place(), ImmNeed.None, 2, input.Source);
        context.SetCustomStatus(new FlowProgress { Stage = OssStages.Download, StageIndex = 2, StageCount = 2 });
        var target = SourceChecks.At(input.OutputPath!, input.Source!, several: false);
        var fetched = await context.CallActivityAsync(FetchObject.Ref, new FetchInput(input.Place(), input.Source!, null, target));
        return new OssDownloadOutput { Path = target.File ?? target.Blob!, Size = fetched.Size, Sha256 = fetched.Sha256, RequestId = fetched.RequestId };
    }
}
