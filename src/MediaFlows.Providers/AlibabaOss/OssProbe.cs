using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Providers.AlibabaOss.Credentials;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.AlibabaOss;

/// <summary>The document's preflight for <c>mediaflows doctor oss</c>: credentials (masked), bucket and region, permission, IMM binding, temporary objects.</summary>
public sealed class OssProbe(CredentialChain credentials, BucketClient buckets, ImmClient imm, IConfiguration settings) : IHealthProbe
{
    /// <inheritdoc/>
    public string Group => OssNames.Provider;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HealthFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var findings = new List<HealthFinding>();
        try
        {
            var found = await credentials.GetAsync(cancellationToken);
            findings.Add(new("credentials", HealthState.Ok, $"Found by {found.Source}: {found.MaskedId}{(found.SecurityToken is null ? "" : ", temporary")}."));
        }
        catch (FlowException e)
        {
            return [new("credentials", HealthState.Skipped, $"{e.Error.Message} {e.Error.Hint}")];
        }

        var (bucket, region) = (Setting("ALIBABA_CLOUD_OSS_BUCKET"), Setting("ALIBABA_CLOUD_OSS_REGION"));
        if (bucket is null || region is null)
        {
            findings.Add(new("bucket", HealthState.Warning, "ALIBABA_CLOUD_OSS_BUCKET or ALIBABA_CLOUD_OSS_REGION is not set; every flow has to name bucket and region, and nothing more can be checked."));
            return findings;
        }

        var place = new OssPlace(bucket, region, Setting("ALIBABA_CLOUD_OSS_ENDPOINT"), Setting("ALIBABA_CLOUD_IMM_ENDPOINT"));
        if (!await BucketAsync(place, findings, cancellationToken)) return findings;
        await ImmAsync(place, findings, cancellationToken);
        await CleanUpAsync(place, findings, cancellationToken);
        return findings;
    }

    private string? Setting(string name) => settings[name] is { } v && !string.IsNullOrWhiteSpace(v) ? v.Trim() : null;

    private async Task<bool> BucketAsync(OssPlace place, List<HealthFinding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var info = await buckets.InfoAsync(place, cancellationToken);
            findings.Add(info.Location is { } at && at != "oss-" + place.PlainRegion
                ? new("bucket", HealthState.Failed, $"The bucket {place.Bucket} is in {at}, but ALIBABA_CLOUD_OSS_REGION says {place.Region}.")
                : new("bucket", HealthState.Ok, $"GetBucketInfo of {place.Bucket} in {place.Region} is permitted."));
            return true;
        }
        catch (FlowException e)
        {
            findings.Add(new("bucket", HealthState.Failed, $"{e.Error.Message} {e.Error.Hint}"));
            return false;
        }
    }

    private async Task ImmAsync(OssPlace place, List<HealthFinding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var project = await imm.FindProjectAsync(place, cancellationToken);
            findings.Add(project is null
                ? new("imm", HealthState.Warning, "The bucket is not bound to an IMM project; media, detection and blind watermark operations need one. Run mediaflows oss imm-setup.")
                : new("imm", HealthState.Ok, $"The bucket is bound to the IMM project {project}."));
        }
        catch (FlowException e)
        {
            findings.Add(new("imm", HealthState.Warning, $"The IMM binding could not be read. {e.Error.Message} {e.Error.Hint}"));
        }
    }

    private async Task CleanUpAsync(OssPlace place, List<HealthFinding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var rules = await buckets.RulesAsync(place, cancellationToken);
            findings.Add(rules.Values.Any(p => OssNames.UploadPrefix.StartsWith(p, StringComparison.Ordinal))
                ? new("temporary objects", HealthState.Ok, $"A lifecycle rule covers {OssNames.UploadPrefix}.")
                : new("temporary objects", HealthState.Warning, $"No lifecycle rule covers {OssNames.UploadPrefix}: flows remove their uploads, but a terminated one cannot. mediaflows oss imm-setup --temp-cleanup adds a rule."));
        }
        catch (FlowException e)
        {
            findings.Add(new("temporary objects", HealthState.Skipped, $"The lifecycle rules could not be read. {e.Error.Message}"));
        }
    }
}
