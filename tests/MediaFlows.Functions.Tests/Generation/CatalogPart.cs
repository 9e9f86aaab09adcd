namespace MediaFlows.Functions.Tests.Generation;

/// <summary>A flow or an activity.</summary>
internal sealed record CatalogPart(string Name, bool IsFlow);
