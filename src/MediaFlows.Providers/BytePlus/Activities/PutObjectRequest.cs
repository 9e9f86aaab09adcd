using MediaFlows.Core.Media;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Input of <see cref="PutObject"/>.</summary>
/// <param name="Target">Where it goes.</param>
/// <param name="Source">The file.</param>
/// <param name="Version">The version that was prepared; another one is refused.</param>
/// <param name="Length">Its bytes, below 20 MiB.</param>
public sealed record PutObjectRequest(UploadTarget Target, MediaSource Source, string? Version, long Length);
