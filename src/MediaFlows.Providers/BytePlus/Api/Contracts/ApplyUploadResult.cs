namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Result of <c>ApplyUploadInfo</c> (2023-01-01), as far as it is used.</summary>
internal sealed record ApplyUploadResult(ApplyUploadData? Data);
