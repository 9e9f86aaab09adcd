namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>The tasks that were asked about.</summary>
/// <param name="MediaInfoList">Those that exist.</param>
/// <param name="NotExistJobIds">Those that do not.</param>
/// <param name="VideoInfoList">Older name of the first list.</param>
public sealed record UploadTaskData(IReadOnlyList<UploadTask>? MediaInfoList, IReadOnlyList<string>? NotExistJobIds, IReadOnlyList<UploadTask>? VideoInfoList);
