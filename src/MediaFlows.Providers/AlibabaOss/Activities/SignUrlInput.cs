using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>What a signed URL is for.</summary>
/// <param name="Place">Bucket and region.</param>
/// <param name="Key">Object key.</param>
/// <param name="Process">Process string, or null.</param>
/// <param name="ExpiresSeconds">Lifetime in seconds.</param>
public sealed record SignUrlInput(OssPlace Place, string Key, string? Process, int ExpiresSeconds);
