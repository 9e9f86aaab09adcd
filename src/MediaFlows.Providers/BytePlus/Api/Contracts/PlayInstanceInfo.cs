namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Domains grouped by instance.</summary>
internal sealed record PlayInstanceInfo(IReadOnlyList<ByteInstance>? ByteInstances);
