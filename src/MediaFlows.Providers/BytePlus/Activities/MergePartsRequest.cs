using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Input of <see cref="MergeParts"/>.</summary>
/// <param name="Target">Where the parts are.</param>
/// <param name="UploadId">The upload.</param>
/// <param name="Crcs">CRC-32 of every part, in order.</param>
/// <param name="ContentType">Content type of the object, or null.</param>
public sealed record MergePartsRequest(UploadTarget Target, string UploadId, IReadOnlyList<string> Crcs, string? ContentType);
