namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Result of <c>ApplyUploadInfo</c> (2023-01-01), as far as it is used.</summary>
internal sealed record ApplyUploadResult(ApplyUploadData? Data);

/// <summary>The offered addresses. The one inside the provider's own network is not read: callers there reach the public ones too.</summary>
internal sealed record ApplyUploadData(UploadAddress? UploadAddress, CandidateUploadAddresses? CandidateUploadAddresses);

/// <summary>Addresses in the order to try them.</summary>
internal sealed record CandidateUploadAddresses(
    IReadOnlyList<UploadAddress>? MainUploadAddresses, IReadOnlyList<UploadAddress>? BackupUploadAddresses, IReadOnlyList<UploadAddress>? FallbackUploadAddresses);

/// <summary>One address; host names come without a scheme.</summary>
internal sealed record UploadAddress(
    IReadOnlyList<StoreInfo>? StoreInfos, IReadOnlyList<string>? UploadHosts, IReadOnlyList<UploadHeader>? UploadHeader, string? SessionKey);

/// <summary>Where an object goes, and the authorization for it.</summary>
internal sealed record StoreInfo(string? StoreUri, string? Auth);
