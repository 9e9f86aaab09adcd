using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Core.Batches.Activities;

/// <summary>Charged submits of a batch and everything below it, and the limit as it stands now.</summary>
public sealed class CountCharges : Activity<string, ChargeState>
{
    /// <summary>What flows call; the input is the instance id of the batch.</summary>
    public static readonly ActivityRef<string, ChargeState> Ref = new("mediaflows.count-charges");

    private readonly IChargeGate _gate;

    /// <summary>Asks <paramref name="gate"/>.</summary>
    public CountCharges(IChargeGate gate) => _gate = gate;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<ChargeState> RunAsync(ActivityContext context, string input, CancellationToken cancellationToken) =>
        await _gate.ReadAsync(input, cancellationToken) ?? new ChargeState(0, Most: null);
}
