namespace MediaFlows.Core.Ingest;

/// <summary>One quarantined message.</summary>
/// <param name="Id">Id for <see cref="IPoisonStore.RequeueAsync"/>.</param>
/// <param name="Reason">Error code and message.</param>
/// <param name="Deliveries">How often it was delivered.</param>
/// <param name="QuarantinedAt">UTC time it was given up.</param>
/// <param name="Body">Its bytes as text, signed URLs redacted, cut after 2,000 characters.</param>
public sealed record PoisonEntry(string Id, string Reason, long Deliveries, DateTimeOffset QuarantinedAt, string Body);
