namespace MediaFlows.Providers.Tencent.Queries;

/// <summary>What is set up.</summary>
/// <param name="Ready">True when both halves of the API key are there.</param>
/// <param name="Variables">Variables with their values; secrets are hidden but for their ends, missing ones are null.</param>
public sealed record EnvironmentOutput(bool Ready, IReadOnlyDictionary<string, string?> Variables);
