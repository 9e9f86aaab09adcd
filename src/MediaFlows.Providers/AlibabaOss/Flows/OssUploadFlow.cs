using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.AlibabaOss.Activities;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Uploads a file to a bucket.</summary>
public sealed class OssUploadFlow : Flow<OssUploadInput, OssUploadOutput>
{
    private const string Sending = "UPLOAD";

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = "oss.upload",
        Description = "Uploads a file or URL to Alibaba OSS, in parts when it is large.",
        Stages = [OssStages.Preflight, Sending],
        ExampleInput = """{"uri":{"file":"photo.jpg"},"targetKey":"images/photo.jpg"}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<OssUploadInput> PrepareAsync(OssUploadInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        var settings = new OssSettings(preparation, errors);
        var prepared = settings.Place(input);
        if (input.Source is not null) errors.Add("source", "upload takes uri, not source.");
        if (input.Uri is null) errors.Add("uri", "upload requires uri: a URL, a name in media storage or a file.");
        else await SourceChecks.CheckAsync("uri", input.Uri, preparation, errors, cancellationToken);
        settings.Key("targetKey", input.TargetKey);
        errors.ThrowIfAny();
        return prepared;
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(OssUploadInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var plan = new OssPlan(input.Place());
        plan.Preflight(ImmNeed.None);
        plan.Upload(Sending, input.TargetKey ?? "{file name}");
        return ValueTask.FromResult(plan.Requests);
    }

    /// <inheritdoc/>
    public override async Task<OssUploadOutput> RunAsync(FlowContext context, OssUploadInput input)
    {
        await OssStages.PreflightAsync(context, input.Place(), ImmNeed.None, 2);
        var info = await context.CallActivityAsync(InspectSource.Ref, input.Uri!);
        var key = input.TargetKey ?? info.Name;
        var progress = new FlowProgress { Stage = Sending, StageIndex = 2, StageCount = 2 };
        var stored = await Uploading.RunAsync(context, input.Place(), input.Uri!, info, key, progress);
        return new OssUploadOutput { TargetKey = key, Bucket = input.Bucket!, Size = stored.Size, RequestId = stored.RequestId };
    }
}
