using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>
/// The document's preflight, before the first call of a flow: credentials, bucket and region, the IMM binding where the operation needs it, and that the
/// source is there and may be read. Read-only; a failure stops the flow before anything is sent or paid.
/// </summary>
public sealed class Preflight(BucketClient buckets, ObjectClient objects, ImmClient imm) : Activity<PreflightInput, PreflightReport>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<PreflightInput, PreflightReport> Ref = new("oss.preflight");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<PreflightReport> RunAsync(ActivityContext context, PreflightInput input, CancellationToken cancellationToken)
    {
        var info = await buckets.InfoAsync(input.Place, cancellationToken);
        if (info.IsElsewhere(input.Place)) throw Elsewhere(input.Place, info.Location!);
        var report = await BindingAsync(input, cancellationToken);
        if (input.Source is not null) await objects.RequireAsync(input.Place, input.Source, cancellationToken);
        return report;
    }

    private async Task<PreflightReport> BindingAsync(PreflightInput input, CancellationToken cancellationToken)
    {
        if (input.Imm == ImmNeed.None) return new PreflightReport(null, []);
        try
        {
            var project = await imm.FindProjectAsync(input.Place, cancellationToken);
            if (project is not null) return new PreflightReport(project, []);
            if (input.Imm == ImmNeed.Wanted) return new PreflightReport(null, ["The bucket is not bound to an IMM project; only basic frame extraction works without one."]);
        }
        catch (FlowException e) when (input.Imm == ImmNeed.Wanted && !e.Error.Retryable)
        {
            return new PreflightReport(null, [$"The IMM binding could not be checked: {e.Error.Message}"]);
        }

        throw new FlowException(new FlowError(ErrorCodes.FeatureNotAllowed, $"The bucket {input.Place.Bucket} is not bound to an IMM project, which this operation needs. Nothing was submitted.")
        {
            Provider = OssNames.Provider,
            Hint = "Run mediaflows oss imm-setup first; it finds or creates a project and binds the bucket.",
        });
    }

    private static FlowException Elsewhere(OssPlace place, string location) =>
        new(new FlowError(ErrorCodes.ProviderRefused, $"The bucket {place.Bucket} is in {location}, not in {place.Region}. Nothing was submitted.")
        {
            Provider = OssNames.Provider,
            Hint = $"Give the region {location["oss-".Length..]} (--region, ALIBABA_CLOUD_OSS_REGION).",
        });
}
