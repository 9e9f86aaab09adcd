namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>One accepted job.</summary>
internal sealed record PullJob(string? JobId);
