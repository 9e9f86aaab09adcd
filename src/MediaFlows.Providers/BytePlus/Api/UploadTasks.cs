namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>Result of <c>QueryUploadTaskInfo</c> (2023-01-01).</summary>
/// <param name="Data">The tasks.</param>
public sealed record UploadTasks(UploadTaskData? Data);

/// <summary>The tasks that were asked about.</summary>
/// <param name="MediaInfoList">Those that exist.</param>
/// <param name="NotExistJobIds">Those that do not.</param>
/// <param name="VideoInfoList">Older name of the first list.</param>
public sealed record UploadTaskData(IReadOnlyList<UploadTask>? MediaInfoList, IReadOnlyList<string>? NotExistJobIds, IReadOnlyList<UploadTask>? VideoInfoList);

/// <summary>One URL pull.</summary>
/// <param name="JobId">Its id.</param>
/// <param name="State">Its state, in one of several spellings.</param>
/// <param name="Vid">The asset; not empty means success whatever the state says.</param>
/// <param name="SourceInfo">The stored file.</param>
public sealed record UploadTask(string? JobId, string? State, string? Vid, UploadedFile? SourceInfo);

/// <summary>A stored file.</summary>
/// <param name="FileName">Its path in the space; may be empty.</param>
public sealed record UploadedFile(string? FileName);
