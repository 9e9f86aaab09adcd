namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>
/// The offered addresses. The one inside the provider's own network is not read: callers there reach the public ones too.
/// </summary>
internal sealed record ApplyUploadData(UploadAddress? UploadAddress, CandidateUploadAddresses? CandidateUploadAddresses);
