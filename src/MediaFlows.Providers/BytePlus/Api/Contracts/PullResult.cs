namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Result of <c>UploadMediaByUrl</c> (2023-01-01).</summary>
internal sealed record PullResult(IReadOnlyList<PullJob>? Data);
