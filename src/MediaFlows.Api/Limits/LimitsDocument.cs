namespace MediaFlows.Api.Limits;

/// <summary>The limits of the hub.</summary>
/// <param name="Items">Providers that have limits, by name.</param>
public sealed record LimitsDocument(IReadOnlyList<LimitDocument> Items);
