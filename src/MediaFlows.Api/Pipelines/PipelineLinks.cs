namespace MediaFlows.Api.Pipelines;

/// <summary>URLs of a flow in the catalog.</summary>
/// <param name="Self">Its page with schemas.</param>
/// <param name="Start"><c>POST</c> starts it.</param>
public sealed record PipelineLinks(string Self, string Start);
