namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Result of <c>DescribeDomainConfig</c> (2023-01-01).</summary>
internal sealed record DomainConfigResult(DomainConfig? Config);
