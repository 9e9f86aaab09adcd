namespace MediaFlows.Api.Health;

/// <summary>Answer of the probes.</summary>
/// <param name="Status"><c>ok</c>, <c>ready</c> or <c>notReady</c>.</param>
public sealed record HealthDocument(string Status);
