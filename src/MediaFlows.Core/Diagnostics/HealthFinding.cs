namespace MediaFlows.Core.Diagnostics;

/// <summary>Result of one check.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="State">How it stands.</param>
/// <param name="Detail">A sentence, with what to do when it is not well.</param>
public sealed record HealthFinding(string Name, HealthState State, string Detail);
