namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Result of <c>CommitUploadInfo</c> (2023-01-01).</summary>
internal sealed record CommitUploadResult(CommitUploadData? Data);

/// <summary>The new asset.</summary>
internal sealed record CommitUploadData(string? Vid, string? PosterUri, UploadedFile? SourceInfo);

/// <summary>Result of <c>UploadMediaByUrl</c> (2023-01-01).</summary>
internal sealed record PullResult(IReadOnlyList<PullJob>? Data);

/// <summary>One accepted job.</summary>
internal sealed record PullJob(string? JobId);

/// <summary>Result of <c>StartExecution</c> (2025-07-01).</summary>
internal sealed record StartExecutionResult(string? RunId);
