using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Engine.Runtime;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Queries;

/// <summary>Decides which instances a listing shows.</summary>
internal sealed class QueryFilter(FlowQuery query, FlowCatalog catalog)
{
    private readonly UInt128 _batch = TextHash.Of(query.Batch);
    private readonly UInt128 _parent = TextHash.Of(query.ParentId);

    public bool Fits(Instance i) =>
        Common(i.Status, i.Header.Flow, i.Header.CreatedTicks, i.Header.ParentId is not null)
        && (query.Batch is null || i.Header.Batch == query.Batch)
        && (query.ParentId is null || i.Header.ParentId == query.ParentId)
        && (query.IdPrefix is null || i.Id.StartsWith(query.IdPrefix, StringComparison.Ordinal));

    /// <summary>All but the id's prefix, which only the document knows.</summary>
    public bool MayFit(FinishedRow r) =>
        Common(r.Status, r.Flow, r.CreatedTicks, r.Flags.HasFlag(FinishedFlags.Child))
        && (query.Batch is null || r.Batch == _batch)
        && (query.ParentId is null || r.Parent == _parent);

    private bool Common(FlowStatus status, string flow, long createdTicks, bool isChild) =>
        (query.Statuses.Count == 0 || query.Statuses.Contains(status))
        && (query.Flow is null || flow == query.Flow)
        && (query.CreatedFrom is not { } from || createdTicks >= from.UtcTicks)
        && (query.CreatedTo is not { } to || createdTicks <= to.UtcTicks)
        && (query.IncludeChildren || query.ParentId is not null || (!isChild && catalog.FindFlow(flow)?.Info.Internal != true));
}
