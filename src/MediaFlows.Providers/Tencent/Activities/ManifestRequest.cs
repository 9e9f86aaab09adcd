using MediaFlows.Core.Media;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Input of <see cref="ListManifest"/>.</summary>
/// <param name="Source">The playlist.</param>
/// <param name="Type"><c>m3u8</c> or <c>mpd</c>.</param>
/// <param name="Version">Version it must still have.</param>
/// <param name="Region">Region of the calls, or null for the configured one.</param>
public sealed record ManifestRequest(MediaSource Source, string Type, string? Version, string? Region);
