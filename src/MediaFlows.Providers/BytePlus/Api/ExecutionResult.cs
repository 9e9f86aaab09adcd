namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>Result of <c>GetExecution</c> (2025-07-01), as far as it is used.</summary>
/// <param name="Status"><c>PendingStart</c>, <c>Running</c>, <c>Success</c>, <c>Failed</c>, <c>Terminated</c>; other words may
/// come.</param>
/// <param name="Code">Why it failed.</param>
/// <param name="Meta">Space and times.</param>
/// <param name="Output">The result of a successful run.</param>
public sealed record ExecutionResult(string? Status, string? Code, ExecutionMeta? Meta, ExecutionOutput? Output);
