using MediaFlows.Core.Media;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Input of <see cref="SendParts"/>.</summary>
/// <param name="Target">Where they go.</param>
/// <param name="UploadId">The upload they belong to.</param>
/// <param name="Source">The file.</param>
/// <param name="Version">The version that was prepared; another one is refused.</param>
/// <param name="Parts">One part, or a few of a very large file.</param>
public sealed record SendPartsRequest(UploadTarget Target, string UploadId, MediaSource Source, string? Version, IReadOnlyList<PartRange> Parts);
