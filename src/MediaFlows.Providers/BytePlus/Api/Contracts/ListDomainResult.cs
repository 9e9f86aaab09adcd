namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Result of <c>ListDomain</c> (2023-01-01).</summary>
internal sealed record ListDomainResult(int Total, PlayInstanceInfo? PlayInstanceInfo);
