using MediaFlows.Core.Media;

namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>A file to send.</summary>
/// <param name="Source">Where it is.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Version">Version it must still have.</param>
internal sealed record UploadSource(MediaSource Source, long Length, string? Version);
