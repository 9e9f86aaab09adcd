namespace MediaFlows.Api.Pipelines;

/// <summary>Everything that can be started or asked.</summary>
/// <param name="Providers">Provider modules.</param>
/// <param name="Items">Flows.</param>
/// <param name="Queries">Look-ups.</param>
public sealed record CatalogDocument(IReadOnlyList<ProviderDocument> Providers, IReadOnlyList<PipelineSummary> Items, IReadOnlyList<QueryDocument> Queries);
