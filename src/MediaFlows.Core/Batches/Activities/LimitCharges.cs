using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Core.Batches.Activities;

/// <summary>Sets the charge limit of a batch before its first item runs.</summary>
public sealed class LimitCharges : Activity<ChargeLimit, Unit>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<ChargeLimit, Unit> Ref = new("mediaflows.limit-charges");

    private readonly IChargeGate _gate;

    /// <summary>Sets it at <paramref name="gate"/>.</summary>
    public LimitCharges(IChargeGate gate) => _gate = gate;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Unit> RunAsync(ActivityContext context, ChargeLimit input, CancellationToken cancellationToken)
    {
        await _gate.BeginAsync(input.Instance, input.Most, cancellationToken);
        return Unit.Value;
    }
}
