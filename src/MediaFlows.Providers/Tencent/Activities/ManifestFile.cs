using MediaFlows.Core.Media;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>One file that a playlist names.</summary>
/// <param name="Path">Path from the first playlist's folder, with slashes.</param>
/// <param name="Source">Where it is.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Version">Version it must still have when it is sent.</param>
public sealed record ManifestFile(string Path, MediaSource Source, long Length, string? Version);
