namespace MediaFlows.Providers.Tencent.Catalogues;

/// <summary>A template of the knowledge import.</summary>
/// <param name="Definition">Template id.</param>
/// <param name="Description">What it extracts.</param>
public sealed record KnowledgeTemplate(long Definition, string Description);
