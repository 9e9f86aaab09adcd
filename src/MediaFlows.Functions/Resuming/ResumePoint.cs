using MediaFlows.Core.Flows;

namespace MediaFlows.Functions.Resuming;

/// <summary>Says that a run goes on where an ended one stopped.</summary>
/// <param name="InstanceId">Instance that it is meant for; a copy of the input under another id (the platform's own restart) starts from the beginning.</param>
/// <param name="Run">Number of the kept run; null takes the latest, for sub-orchestrations of a resumed instance.</param>
/// <param name="Decision">What the operator decided.</param>
public sealed record ResumePoint(string InstanceId, int? Run, ResumeDecision Decision)
{
    /// <summary>True when there is nothing to start from without a kept run: a flow makes an ended child go on.</summary>
    public bool Required { get; init; }
}
