using MediaFlows.Core.Flows;

namespace MediaFlows.Core.Submissions;

/// <summary>Input of a charged submit activity.</summary>
/// <param name="Step">Ledger step: the stage tag, with <c>#n</c> for the n-th deliberate submit.</param>
/// <param name="Request">The provider request.</param>
public sealed record SubmitInput<TRequest>(string Step, TRequest Request)
{
    /// <summary>What happens when the outcome is unknown and the provider cannot help.</summary>
    public AmbiguousSubmit OnAmbiguousSubmit { get; init; }

    /// <summary>What an operator decided about this step, when it is run again after <see cref="FlowOutcome.NeedsAttention"/>.</summary>
    public ResumeDecision? Decision { get; init; }

    /// <summary>True once the provider's limiter has admitted this step.</summary>
    public bool Admitted { get; init; }
}
