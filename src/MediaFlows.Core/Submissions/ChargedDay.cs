namespace MediaFlows.Core.Submissions;

/// <summary>The charged submits of a hub on one day.</summary>
/// <param name="Day">UTC day, <c>2026-01-15</c>.</param>
/// <param name="Count">Charges reserved or settled; null when the hub has no daily limit and so does not count.</param>
/// <param name="Most">The daily limit, or null.</param>
public sealed record ChargedDay(string Day, long? Count, long? Most);
