namespace MediaFlows.Core.Submissions;

/// <summary>
/// Counts and limits paid calls: room is reserved before the ledger's intent is written and settled with what became of the call,
/// so that parallel submits never exceed a limit together. Counts belong to the instances above it (the parts of its id before a colon) that asked to be counted, and to the UTC day.
/// </summary>
public interface IChargeGate
{
    /// <summary>
    /// Reserves one charge; returns null, or the error (<c>MF2010</c>) that says which limit is reached and when it opens. The same instance and step
    /// reserve once, however often they ask.
    /// </summary>
    Task<Errors.FlowError?> ReserveAsync(string instanceId, string step, string provider, CancellationToken cancellationToken);

    /// <summary>Settles a reservation: kept when the provider accepted or may have, given back when it certainly did not. Idempotent.</summary>
    Task SettleAsync(string instanceId, string step, bool charged, CancellationToken cancellationToken);

    /// <summary>Begins to count a root instance and everything below it, and limits it; null counts without a limit. One that is counted already keeps its limit.</summary>
    Task BeginAsync(string rootInstanceId, long? most, CancellationToken cancellationToken);

    /// <summary>Sets the limit of a root instance that is counted; false when it is not.</summary>
    Task<bool> LimitAsync(string rootInstanceId, long? most, CancellationToken cancellationToken);

    /// <summary>Charges reserved or settled for a root instance and everything below it, and its limit; null when it is not counted.</summary>
    Task<ChargeState?> ReadAsync(string rootInstanceId, CancellationToken cancellationToken);

    /// <summary>The charges of the hub today.</summary>
    Task<ChargedDay> TodayAsync(CancellationToken cancellationToken);
}
