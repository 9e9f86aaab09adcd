using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>An asynchronous job to submit.</summary>
/// <param name="Place">Bucket and region.</param>
/// <param name="Key">Source key.</param>
/// <param name="Process">Process string with <c>sys/saveas</c>.</param>
/// <param name="Operation">Operation name, for learning durations.</param>
/// <param name="TargetBucket">Bucket that the result goes to.</param>
/// <param name="TargetKey">Key that the result goes to.</param>
public sealed record ProcessJob(OssPlace Place, string Key, string Process, string Operation, string TargetBucket, string TargetKey)
{
    /// <summary>What lay at the target before the submit, or null.</summary>
    public ObjectFacts? Before { get; init; }

    /// <summary>True for <c>video/snapshots</c>, which writes several objects.</summary>
    public bool ManyResults => Operation == "video/snapshots";
}
