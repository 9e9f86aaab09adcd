namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>About a run.</summary>
/// <param name="SpaceName">Its space; may be empty.</param>
public sealed record ExecutionMeta(string? SpaceName);
