namespace MediaFlows.Core.Submissions.Charges;

/// <summary>What a counter holds.</summary>
/// <param name="Count">Charges reserved or settled.</param>
/// <param name="Most">The limit, or null.</param>
internal sealed record ChargeCount(long Count, long? Most);
