using MediaFlows.Core.Polling;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Core.Submissions;

/// <summary>What every charged submit activity needs; one constructor parameter instead of five.</summary>
/// <param name="Ledger">The submission ledger.</param>
/// <param name="Gate">Charge limits.</param>
/// <param name="Durations">How long jobs took before.</param>
/// <param name="Serializer">For the request hash.</param>
/// <param name="Time">Clock for the ledger's timestamps.</param>
public sealed record SubmissionServices(ISubmissionLedger Ledger, IChargeGate Gate, IJobDurations Durations, FlowSerializer Serializer, TimeProvider Time)
{
    /// <summary>Limits of the provider's jobs.</summary>
    public Limits.IAdmission Admission { get; init; } = Limits.OpenAdmission.Instance;
}
