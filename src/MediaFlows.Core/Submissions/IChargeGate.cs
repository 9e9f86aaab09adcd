namespace MediaFlows.Core.Submissions;

/// <summary>
/// Limits on paid calls: room is reserved before the ledger's intent is written and settled with what became of the call,
/// so that parallel submits never exceed a limit together. Both calls are idempotent per instance and step.
/// </summary>
public interface IChargeGate
{
    /// <summary>Reserves one charge; returns null, or the error (<c>MF2010</c>) that says which limit is reached and when it opens.</summary>
    Task<Errors.FlowError?> ReserveAsync(string instanceId, string step, string provider, CancellationToken cancellationToken);

    /// <summary>Settles a reservation: kept when the provider accepted or may have, given back when it certainly did not.</summary>
    Task SettleAsync(string instanceId, string step, bool charged, CancellationToken cancellationToken);
}
