namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>One address; host names come without a scheme.</summary>
internal sealed record UploadAddress(
    IReadOnlyList<StoreInfo>? StoreInfos, IReadOnlyList<string>? UploadHosts, IReadOnlyList<UploadHeader>? UploadHeader, string? SessionKey);
