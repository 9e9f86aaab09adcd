using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>A lifecycle rule to have.</summary>
/// <param name="Place">Bucket and region.</param>
/// <param name="Id">Rule id.</param>
/// <param name="Prefix">Keys that it applies to.</param>
/// <param name="Days">Age in days at which they are deleted.</param>
public sealed record AddExpiryInput(OssPlace Place, string Id, string Prefix, int Days);
