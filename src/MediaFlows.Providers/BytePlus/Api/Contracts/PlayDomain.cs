namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>One domain.</summary>
internal sealed record PlayDomain(string? Domain, string? CdnStatus, DomainCertificate? Certificate);
