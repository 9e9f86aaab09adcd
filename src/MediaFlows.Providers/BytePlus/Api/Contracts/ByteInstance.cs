namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>One group.</summary>
internal sealed record ByteInstance(IReadOnlyList<PlayDomain>? Domains);
