namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Result of <c>CommitUploadInfo</c> (2023-01-01).</summary>
internal sealed record CommitUploadResult(CommitUploadData? Data);
