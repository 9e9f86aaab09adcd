namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>What <c>GetBucketInfo</c> says of a bucket.</summary>
/// <param name="Name">Name.</param>
/// <param name="Location">Region with a leading <c>oss-</c>.</param>
/// <param name="StorageClass">Storage class.</param>
public sealed record BucketFacts(string? Name, string? Location, string? StorageClass)
{
    /// <summary>True when the service says that the bucket lies in another region than the one it is called in.</summary>
    internal bool IsElsewhere(OssPlace place) => Location is { } at && at.StartsWith("oss-", StringComparison.Ordinal) && at != "oss-" + place.PlainRegion;
}
