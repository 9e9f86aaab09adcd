using System.Text;
using System.Text.RegularExpressions;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Discovery;
using MediaFlows.Providers.AlibabaOss.Signing;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Fills in settings and checks the values that several flows share; findings go to the list of errors.</summary>
internal sealed partial class OssSettings(FlowPreparation preparation, InputErrors errors)
{
    /// <summary>The documented wait for an asynchronous job, in seconds.</summary>
    public const int DefaultTimeoutSeconds = 600;

    /// <summary>The documented lifetime of a URL, in seconds.</summary>
    public const int DefaultExpires = 3600;

    public T Place<T>(T input)
        where T : OssInput
    {
        var bucket = Text(input.Bucket) ?? Found("bucket", PlaceDiscovery.Bucket);
        var region = Text(input.Region) ?? Found("region", PlaceDiscovery.Region);
        if (bucket is null) errors.Add("bucket", "The bucket is required: give it, or set ALIBABA_CLOUD_OSS_BUCKET.");
        else if (!BucketName().IsMatch(bucket)) errors.Add("bucket", $"'{bucket}' is no bucket name: 3 to 63 lower-case letters, digits and hyphens, no hyphen at either end.");
        if (region is null) errors.Add("region", "The region is required: give it, or set ALIBABA_CLOUD_OSS_REGION.");
        else if (!RegionName().IsMatch(region)) errors.Add("region", $"'{region}' is no region: lower-case letters, digits and hyphens, such as cn-hangzhou.");
        return input with
        {
            Bucket = bucket,
            Region = region,
            Endpoint = Endpoint("endpoint", input.Endpoint, "ALIBABA_CLOUD_OSS_ENDPOINT"),
            ImmEndpoint = Endpoint("immEndpoint", input.ImmEndpoint, "ALIBABA_CLOUD_IMM_ENDPOINT"),
            Signature = input.Signature ?? Signature(),
        };
    }

    public void Key(string field, string? key)
    {
        if (key is null) return;
        if (Encoding.UTF8.GetByteCount(key) is < 1 or > 1023) errors.Add(field, "An object key has 1 to 1023 bytes in UTF-8.");
        else if (key[0] is '/' or '\\') errors.Add(field, "An object key must not start with '/' or '\\'.");
    }

    public int Expires(int? seconds)
    {
        if (seconds is <= 0 or > OssV4Signer.MaxExpiresSeconds) errors.Add("expires", $"The lifetime of a URL is 1 to {OssV4Signer.MaxExpiresSeconds} seconds.");
        return seconds ?? DefaultExpires;
    }

    public int Timeout(int? seconds)
    {
        var value = seconds;
        if (value is null && preparation.Setting("ALIBABA_CLOUD_ASYNC_TIMEOUT_SECONDS") is { } set)
        {
            if (int.TryParse(set, out var number)) value = number;
            else errors.Add("timeoutSeconds", $"ALIBABA_CLOUD_ASYNC_TIMEOUT_SECONDS is '{set}', which is no whole number of seconds.");
        }

        if (value is <= 0) errors.Add("timeoutSeconds", "The timeout must be more than 0 seconds.");
        return value ?? DefaultTimeoutSeconds;
    }

    public int PollSeconds(int? seconds, int documented)
    {
        if (seconds is <= 0) errors.Add("pollIntervalSeconds", "The poll interval must be more than 0 seconds.");
        return Math.Max(seconds ?? documented, 1);
    }

    private string? Found(string field, string name)
    {
        // Without a host's services, as in a dry look at one input, there are just the settings.
        if (preparation.Services?.GetService(typeof(PlaceDiscovery)) is not PlaceDiscovery discovery) return preparation.Setting(name);
        var found = discovery.Find(name);
        if (found is { Value: null }) errors.Add(field, $"What {found.Source} sets {name} to is no name of a {field}; correct it there, or give the {field}.");
        return found?.Value;
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private OssSignatureVersion Signature()
    {
        var set = preparation.Setting("ALIBABA_CLOUD_OSS_SIGNATURE");
        if (set is null || string.Equals(set, "v4", StringComparison.OrdinalIgnoreCase)) return OssSignatureVersion.V4;
        if (string.Equals(set, "v1", StringComparison.OrdinalIgnoreCase)) return OssSignatureVersion.V1;
        errors.Add("signature", "ALIBABA_CLOUD_OSS_SIGNATURE is v4 or v1.");
        return OssSignatureVersion.V4;
    }

    private string? Endpoint(string field, string? given, string setting)
    {
        var endpoint = Text(given) ?? preparation.Setting(setting);
        if (endpoint is null) return null;
        var full = endpoint.Contains("://", StringComparison.Ordinal) ? endpoint : "https://" + endpoint;
        if (Uri.TryCreate(full, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0)
            return uri.GetLeftPart(UriPartial.Authority);
        errors.Add(field, $"The endpoint must be http:// or https:// and a host, nothing more.");
        return null;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", RegexOptions.NonBacktracking)]
    private static partial Regex BucketName();

    [GeneratedRegex("^[a-z0-9-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex RegionName();
}
