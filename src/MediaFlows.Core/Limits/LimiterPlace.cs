namespace MediaFlows.Core.Limits;

/// <summary>A step that was admitted or waits to be.</summary>
/// <param name="Instance">Instance id.</param>
/// <param name="Step">Ledger step.</param>
public sealed record LimiterPlace(string Instance, string Step);
