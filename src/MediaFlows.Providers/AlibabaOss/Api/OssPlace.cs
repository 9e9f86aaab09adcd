using MediaFlows.Providers.AlibabaOss.Signing;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>Where calls go: bucket, region, and the endpoints when they are not the region's public ones.</summary>
/// <param name="Bucket">Bucket.</param>
/// <param name="Region">Region, with or without a leading <c>oss-</c>.</param>
/// <param name="Endpoint">Scheme and host of OSS, or null for the region's public endpoint.</param>
/// <param name="ImmEndpoint">Scheme and host of IMM, or null for the region's.</param>
/// <param name="Signature">How OSS requests are signed.</param>
public sealed record OssPlace(string Bucket, string Region, string? Endpoint = null, string? ImmEndpoint = null, OssSignatureVersion Signature = OssSignatureVersion.V4)
{
    /// <summary>The region as signatures and IMM name it, without <c>oss-</c>.</summary>
    internal string PlainRegion => Region.StartsWith("oss-", StringComparison.Ordinal) ? Region["oss-".Length..] : Region;

    /// <summary>True for calls that only ask what is permitted: their refusals are answers and count for no streak.</summary>
    internal bool IsProbe { get; init; }

    /// <summary>The object's address for people.</summary>
    internal string PathOf(string key) => $"oss://{Bucket}/{key}";
}
