using MediaFlows.Core.Media;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>What to read, and where to write it.</summary>
/// <param name="Place">Bucket and region.</param>
/// <param name="Key">Object key.</param>
/// <param name="Process">Process string, or null for the object itself.</param>
/// <param name="Target">Blob or file to write.</param>
public sealed record FetchInput(OssPlace Place, string Key, string? Process, MediaSource Target);
