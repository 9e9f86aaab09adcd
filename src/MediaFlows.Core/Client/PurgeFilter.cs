namespace MediaFlows.Core.Client;

/// <summary>Which ended instances to purge.</summary>
/// <param name="Statuses">Only these ended statuses; empty for all ended ones.</param>
/// <param name="CreatedFrom">Created at or after, UTC.</param>
/// <param name="CreatedTo">Created at or before, UTC.</param>
public sealed record PurgeFilter(IReadOnlyList<FlowStatus> Statuses, DateTimeOffset? CreatedFrom, DateTimeOffset? CreatedTo);
