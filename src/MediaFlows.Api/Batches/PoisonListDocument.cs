using MediaFlows.Core.Ingest;

namespace MediaFlows.Api.Batches;

/// <summary>Quarantined messages.</summary>
/// <param name="Items">The oldest ones.</param>
public sealed record PoisonListDocument(IReadOnlyList<PoisonEntry> Items);
