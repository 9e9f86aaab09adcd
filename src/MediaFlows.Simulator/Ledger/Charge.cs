namespace MediaFlows.Simulator.Ledger;

/// <summary>One accepted charged submit.</summary>
/// <param name="Operation">API action.</param>
/// <param name="JobId">Job id given out.</param>
/// <param name="Subject">What tells logical jobs apart.</param>
/// <param name="ClientToken">Deduplication token, or null.</param>
/// <param name="At">UTC time.</param>
public sealed record Charge(string Operation, string JobId, string Subject, string? ClientToken, DateTimeOffset At);
