namespace MediaFlows.Core.Storage;

/// <summary>Something that an instance leaves in storage beside its history and its ledger entries; removed when it is purged, on both hosts.</summary>
public interface IInstanceRemains
{
    /// <summary>Removes what is left of <paramref name="instanceId"/>. Idempotent.</summary>
    /// <param name="instanceId">The purged instance.</param>
    /// <param name="steps">Its steps that have ledger entries.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task PurgeAsync(string instanceId, IReadOnlyList<string> steps, CancellationToken cancellationToken);
}
