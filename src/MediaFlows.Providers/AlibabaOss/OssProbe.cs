using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Providers.AlibabaOss.Credentials;
using MediaFlows.Providers.AlibabaOss.Discovery;
using MediaFlows.Providers.AlibabaOss.Permissions;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.AlibabaOss;

/// <summary>
/// The document's preflight for <c>mediaflows doctor oss</c>: credentials (masked), bucket and region with their source, each permission by itself, IMM
/// binding, temporary objects.
/// </summary>
public sealed class OssProbe(CredentialChain credentials, PlaceDiscovery discovery, BucketClient buckets, ImmClient imm, PermissionCheck permissions, IConfiguration settings)
    : IHealthProbe
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

        if (Place(findings) is not { } place || !await BucketAsync(place, findings, cancellationToken)) return findings;
        var project = await ImmAsync(place, findings, cancellationToken);
        await CleanUpAsync(place, findings, cancellationToken);
        findings.AddRange((await permissions.RunAsync(place, project, settings.GetValue<bool>("ALIBABA_CLOUD_OSS_PROBE_WRITES"), cancellationToken)).Select(Finding));
        return findings;
    }

    private static HealthFinding Finding(ActionFinding finding) => new(
        finding.Action,
        finding.State switch { ActionState.Permitted => HealthState.Ok, ActionState.Refused => HealthState.Failed, _ => HealthState.Skipped },
        finding.Detail);

    private OssPlace? Place(List<HealthFinding> findings)
    {
        var (bucket, region) = (discovery.Find(PlaceDiscovery.Bucket), discovery.Find(PlaceDiscovery.Region));
        if (bucket?.Value is null || region?.Value is null)
        {
            findings.Add(new("bucket", HealthState.Warning, $"{PlaceDiscovery.Bucket} or {PlaceDiscovery.Region} is not set; every flow has to name bucket and region, and nothing more can be checked."));
            return null;
        }

        findings.Add(new("place", HealthState.Ok, $"Bucket {bucket.Value} (from {bucket.Source}), region {region.Value} (from {region.Source})."));
        return new OssPlace(bucket.Value, region.Value, Setting("ALIBABA_CLOUD_OSS_ENDPOINT"), Setting("ALIBABA_CLOUD_IMM_ENDPOINT")) { IsProbe = true };
    }

    private string? Setting(string name) => settings[name] is { } v && !string.IsNullOrWhiteSpace(v) ? v.Trim() : null;

    // False when there is no bucket to ask anything else of; a mere refusal leaves the other actions to be tried.
    private async Task<bool> BucketAsync(OssPlace place, List<HealthFinding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var info = await buckets.InfoAsync(place, cancellationToken);
            findings.Add(info.IsElsewhere(place)
                ? new("bucket", HealthState.Failed, $"The bucket {place.Bucket} is in {info.Location}, but ALIBABA_CLOUD_OSS_REGION says {place.Region}.")
                : new("bucket", HealthState.Ok, $"oss:GetBucketInfo of {place.Bucket} in {place.Region} is permitted."));
            return true;
        }
        catch (FlowException e)
        {
            findings.Add(new("bucket", HealthState.Failed, $"oss:GetBucketInfo: {e.Error.Message} {e.Error.Hint}"));
            return e.Error.ProviderCode == "AccessDenied";
        }
    }

    private async Task<string?> ImmAsync(OssPlace place, List<HealthFinding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var project = await imm.FindProjectAsync(place, cancellationToken);
            findings.Add(project is null
                ? new("imm", HealthState.Warning, "The bucket is not bound to an IMM project; media, detection and blind watermark operations need one. Run mediaflows oss imm-setup.")
                : new("imm", HealthState.Ok, $"imm:GetOSSBucketAttachment is permitted; the bucket is bound to the IMM project {project}."));
            return project;
        }
        catch (FlowException e)
        {
            findings.Add(new("imm", HealthState.Warning, $"imm:GetOSSBucketAttachment: the IMM binding could not be read. {e.Error.Message} {e.Error.Hint}"));
            return null;
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
