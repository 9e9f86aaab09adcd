namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>Result of <c>StartExecution</c> (2025-07-01).</summary>
internal sealed record StartExecutionResult(string? RunId);
