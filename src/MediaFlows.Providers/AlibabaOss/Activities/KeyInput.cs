using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>An object and, where the call takes one, a process string.</summary>
/// <param name="Place">Bucket and region.</param>
/// <param name="Key">Object key.</param>
/// <param name="Process">Process string, or null.</param>
public sealed record KeyInput(OssPlace Place, string Key, string? Process = null);
