namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>Wrapper of a run's result.</summary>
/// <param name="Task">The task's result.</param>
public sealed record ExecutionOutput(ExecutionTask? Task);
