namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Where an object goes, and the authorization for it.</summary>
internal sealed record StoreInfo(string? StoreUri, string? Auth);
