namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>A task's result.</summary>
/// <param name="Enhance">The file that an enhancement made.</param>
public sealed record ExecutionTask(ExecutionFile? Enhance);
