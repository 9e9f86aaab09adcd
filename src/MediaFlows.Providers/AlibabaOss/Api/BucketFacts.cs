namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>What <c>GetBucketInfo</c> says of a bucket.</summary>
/// <param name="Name">Name.</param>
/// <param name="Location">Region with a leading <c>oss-</c>.</param>
/// <param name="StorageClass">Storage class.</param>
public sealed record BucketFacts(string? Name, string? Location, string? StorageClass);
