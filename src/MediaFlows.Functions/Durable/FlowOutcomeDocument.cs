using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;

namespace MediaFlows.Functions.Durable;

/// <summary>What a failed activity or an instance that did not complete says of itself; travels in the platform's failure details.</summary>
/// <param name="Error">What happened.</param>
public sealed record FlowOutcomeDocument(FlowError Error)
{
    /// <summary>How the instance ended; for an activity always <see cref="FlowOutcome.Failed"/>.</summary>
    public FlowOutcome Outcome { get; init; } = FlowOutcome.Failed;

    /// <summary>The provider job that resume goes on with.</summary>
    public string? ProviderJobId { get; init; }

    /// <summary>The submission step that waits for a decision.</summary>
    public string? Step { get; init; }

    /// <summary>Number of the kept run; null when none was kept.</summary>
    public int? Run { get; init; }
}
