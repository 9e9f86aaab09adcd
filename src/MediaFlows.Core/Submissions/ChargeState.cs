namespace MediaFlows.Core.Submissions;

/// <summary>How far a limit on charged submits is used up.</summary>
/// <param name="Count">Charges reserved or settled.</param>
/// <param name="Most">The limit; null counts without one.</param>
public sealed record ChargeState(long Count, long? Most);
