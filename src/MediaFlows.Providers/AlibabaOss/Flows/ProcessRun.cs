using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>One synchronous request, by output mode.</summary>
internal sealed class ProcessRun(OssProcessInput input, OperationChain chain)
{
    private readonly OssPlace _place = input.Place();

    public OssOutputMode Mode => input.OutputMode ?? OssOutputMode.Url;

    /// <summary>A blind watermark is only ever embedded into a saved result.</summary>
    public bool Saves => !chain.AnswersJson && (Mode == OssOutputMode.Save || chain.Role == OperationRole.Embed);

    public string? TargetKey => Mode == OssOutputMode.Save ? input.TargetKey : null;

    private OssPlace Target => _place with { Bucket = input.TargetBucket ?? _place.Bucket };

    public string SaveProcess(string key) => chain.ProcessString + ProcessString.SaveAs(key, Target.Bucket);

    public Task<OssProcessOutput> RunAsync(FlowContext context, string source)
    {
        if (chain.AnswersJson) return ReadAsync(context, source);
        return Mode switch
        {
            OssOutputMode.Save => SaveAsync(context, source),
            _ when chain.Role == OperationRole.Embed => EmbedAsync(context, source),
            OssOutputMode.Download => DownloadAsync(context, source, chain.ProcessString),
            _ => LinkAsync(context, source, chain.ProcessString),
        };
    }

    private async Task<OssProcessOutput> ReadAsync(FlowContext context, string source)
    {
        var answer = await context.CallActivityAsync(ReadProperties.Ref, new KeyInput(_place, source, chain.ProcessString));
        return Output("info") with { Data = answer.Data, RequestId = answer.RequestId };
    }

    private async Task<OssProcessOutput> LinkAsync(FlowContext context, string source, string? process)
    {
        var signed = await context.CallActivityAsync(SignUrl.Ref, new SignUrlInput(_place, source, process, input.Expires!.Value));
        return Output("url") with { Url = signed.Url, ExpiresIn = input.Expires };
    }

    private async Task<OssProcessOutput> DownloadAsync(FlowContext context, string source, string? process)
    {
        var target = SourceChecks.At(input.OutputPath!, input.BaseName(), several: false);
        var fetched = await context.CallActivityAsync(FetchObject.Ref, new FetchInput(_place, source, process, target));
        return Output("download") with { Path = target.File ?? target.Blob, Size = fetched.Size, Sha256 = fetched.Sha256, RequestId = fetched.RequestId };
    }

    private async Task<OssProcessOutput> SaveAsync(FlowContext context, string source)
    {
        var saved = await context.CallActivityAsync(SaveProcessed.Ref, new KeyInput(_place, source, SaveProcess(input.TargetKey!)));
        var output = Output("save") with { TargetKey = input.TargetKey, Bucket = Target.Bucket, Size = saved.Size, RequestId = saved.RequestId };
        if (input.Verify != true) return output;
        var verification = await Verifying.RunAsync(context, Target, input.TargetKey!, chain);
        return output with { Verification = verification, Success = verification.Matches };
    }

    private async Task<OssProcessOutput> EmbedAsync(FlowContext context, string source)
    {
        var key = TemporaryKeys.BlindWatermark(context.InstanceId, source, chain.ProcessString!);
        var saved = await context.CallActivityAsync(SaveProcessed.Ref, new KeyInput(_place, source, SaveProcess(key)));
        if (Mode == OssOutputMode.Url)
        {
            // The link must outlive the flow, so the bucket's lifecycle removes the object behind it.
            var days = Math.Max(1, (input.Expires!.Value + 86_399) / 86_400);
            var status = await context.CallActivityAsync(AddExpiry.Ref, new AddExpiryInput(_place, "blindwatermark-tmp-cleanup", OssNames.BlindWatermarkPrefix, days));
            var link = await LinkAsync(context, key, null);
            return link with { TempKey = key, AutoCleanupDays = days, Cleanup = "lifecycle", LifecycleStatus = status, RequestId = saved.RequestId, Size = saved.Size };
        }

        try
        {
            return await DownloadEmbeddedAsync(context, source, key);
        }
        finally
        {
            await Uploading.TryAsync(context.CallActivityAsync(DeleteObject.Ref, new KeyInput(_place, key), ActivityOptions.CleanUp));
        }
    }

    private async Task<OssProcessOutput> DownloadEmbeddedAsync(FlowContext context, string source, string key)
    {
        try
        {
            return await DownloadAsync(context, key, null);
        }
        catch (FlowTaskFailedException e) when (e.Error.ProviderCode == "NoSuchKey")
        {
            // The flow failed here before, which removed the object, and was then retried: embed once more.
            await context.CallActivityAsync(SaveProcessed.Ref, new KeyInput(_place, source, SaveProcess(key)));
            return await DownloadAsync(context, key, null);
        }
    }

    private OssProcessOutput Output(string mode) => new() { Mode = mode, Source = input.Shown(), Bucket = _place.Bucket };
}
