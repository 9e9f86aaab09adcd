using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Flows;

/// <summary>A resumable end: the instance stops here, and may be made to go on from here by an operator.</summary>
/// <param name="Outcome">Any outcome but <see cref="FlowOutcome.Completed"/>.</param>
/// <param name="Error">Why; its <see cref="FlowError.Document"/> is the documented output where the provider's document has one.</param>
public sealed record FlowEnd(FlowOutcome Outcome, FlowError Error)
{
    /// <summary>The provider's job id that resume goes on with, where there is one.</summary>
    public string? ProviderJobId { get; init; }

    /// <summary>The submission step that waits for a decision (<see cref="FlowOutcome.NeedsAttention"/> only).</summary>
    public string? Step { get; init; }
}
