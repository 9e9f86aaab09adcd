using System.Globalization;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>What is done with a finished job's results: download, checks.</summary>
internal static class AsyncResults
{
    // The document's measure: a joined video is at least nine tenths as long as its source.
    private const double LeastShare = 0.9;

    public static async Task<OssProcessAsyncOutput> FinishAsync(
        FlowContext context, OssProcessAsyncInput input, OperationChain chain, OssProcessAsyncOutput output, double? sourceSeconds)
    {
        var place = input.Place() with { Bucket = output.Bucket };
        if (input.OutputPath is not null) output = output with { Downloaded = await DownloadAsync(context, input, output) };
        if (input.Verify == true)
        {
            var verification = await Verifying.RunAsync(context, place, output.TargetKey, chain);
            output = output with { Verification = verification, Success = verification.Matches };
        }

        if (input.OutputPath is null || sourceSeconds is not { } seconds) return output;
        var facts = MediaFacts.Read((await context.CallActivityAsync(
            ReadProperties.Ref, new KeyInput(place, output.TargetKey, ProcessString.Prefix(chain.First.Rule.Category) + "/info"))).Data);
        if (facts.Duration is { } length && length >= seconds * LeastShare) return output;
        return facts.Duration is null
            ? output with { ValidationWarnings = [.. output.ValidationWarnings ?? [], "The duration of the joined result could not be read."] }
            : output with
            {
                Success = false,
                ValidationError = string.Create(CultureInfo.InvariantCulture, $"The joined result is {facts.Duration:0.##} s long, the source alone {seconds:0.##} s."),
            };
    }

    private static async Task<IReadOnlyList<OssDownloaded>> DownloadAsync(FlowContext context, OssProcessAsyncInput input, OssProcessAsyncOutput output)
    {
        context.SetCustomStatus(new FlowProgress { Stage = OssStages.Download });
        var keys = output.GeneratedKeys ?? [output.TargetKey];
        return await context.ForEachAsync(keys, 4, async key =>
        {
            var target = SourceChecks.At(input.OutputPath!, key, several: output.GeneratedKeys is not null);
            try
            {
                var fetched = await context.CallActivityAsync(FetchObject.Ref, new FetchInput(input.Place() with { Bucket = output.Bucket }, key, null, target));
                return new OssDownloaded(key) { Path = target.File ?? target.Blob, Size = fetched.Size, RequestId = fetched.RequestId };
            }
            catch (FlowTaskFailedException e)
            {
                // The paid result is safe in OSS; one file that cannot be fetched is told and does not take the others with it.
                return new OssDownloaded(key) { Error = e.Error.Message };
            }
        });
    }
}
