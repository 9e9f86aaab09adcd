namespace MediaFlows.Simulator.Volcengine;

/// <summary>A simulated account's key pair.</summary>
/// <param name="AccessKey">Access key id.</param>
/// <param name="SecretKey">Secret key.</param>
/// <param name="SessionToken">STS token that requests must carry, or null for a permanent pair.</param>
public sealed record VolcengineAccount(string AccessKey, string SecretKey, string? SessionToken = null);
