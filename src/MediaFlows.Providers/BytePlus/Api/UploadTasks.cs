namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>Result of <c>QueryUploadTaskInfo</c> (2023-01-01).</summary>
/// <param name="Data">The tasks.</param>
public sealed record UploadTasks(UploadTaskData? Data);
