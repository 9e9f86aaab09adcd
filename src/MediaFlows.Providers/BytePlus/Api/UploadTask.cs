namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>One URL pull.</summary>
/// <param name="JobId">Its id.</param>
/// <param name="State">Its state, in one of several spellings.</param>
/// <param name="Vid">The asset; not empty means success whatever the state says.</param>
/// <param name="SourceInfo">The stored file.</param>
public sealed record UploadTask(string? JobId, string? State, string? Vid, UploadedFile? SourceInfo);
