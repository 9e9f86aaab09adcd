namespace MediaFlows.Api.Pipelines;

/// <summary>A provider module.</summary>
/// <param name="Name">Name in flow names.</param>
/// <param name="Title">Name that people read.</param>
public sealed record ProviderDocument(string Name, string Title);
