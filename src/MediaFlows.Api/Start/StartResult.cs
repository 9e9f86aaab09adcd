namespace MediaFlows.Api.Start;

/// <summary>What a start gave.</summary>
/// <param name="Id">Instance id.</param>
/// <param name="Replayed">True when an earlier request with the same idempotency key started it.</param>
public sealed record StartResult(string Id, bool Replayed);
