namespace MediaFlows.Api.Instances;

/// <summary>Answer of a purge.</summary>
/// <param name="Purged">Instances that were removed.</param>
public sealed record PurgedDocument(int Purged);
