namespace MediaFlows.Functions.Resuming;

/// <summary>Asks for a part of a kept run.</summary>
/// <param name="InstanceId">Instance.</param>
/// <param name="Run">Number of the run; null for the latest.</param>
/// <param name="Part">0-based number of the part.</param>
public sealed record RunPartRequest(string InstanceId, int? Run, int Part);
