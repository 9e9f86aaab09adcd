using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Core.Batches.Activities;

/// <summary>Charged submits that were accepted for a batch and everything below it.</summary>
public sealed class CountCharges : Activity<string, long>
{
    /// <summary>What flows call; the input is the instance id of the batch.</summary>
    public static readonly ActivityRef<string, long> Ref = new("mediaflows.count-charges");

    private readonly IChargeGate _gate;

    /// <summary>Asks <paramref name="gate"/>.</summary>
    public CountCharges(IChargeGate gate) => _gate = gate;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override Task<long> RunAsync(ActivityContext context, string input, CancellationToken cancellationToken) => _gate.CountAsync(input, cancellationToken);
}
