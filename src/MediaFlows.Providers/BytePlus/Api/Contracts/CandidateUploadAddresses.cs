namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Addresses in the order to try them.</summary>
internal sealed record CandidateUploadAddresses(
    IReadOnlyList<UploadAddress>? MainUploadAddresses, IReadOnlyList<UploadAddress>? BackupUploadAddresses, IReadOnlyList<UploadAddress>? FallbackUploadAddresses);
