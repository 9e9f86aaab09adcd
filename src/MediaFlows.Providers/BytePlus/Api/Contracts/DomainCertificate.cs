namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Its certificate; <see cref="ExpiredAt"/> is UTC although it does not say so.</summary>
internal sealed record DomainCertificate(string? HttpsStatus, string? ExpiredAt);
