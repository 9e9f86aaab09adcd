using System.Globalization;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Client;

/// <summary>
/// The platform lists in no order of time. So the newest day is read first, then the newest month, then all, until a page is full: recent
/// instances, which people look at, cost one query, and every page is newest first.
/// </summary>
public sealed partial class DurableFlowClient
{
    private static readonly TimeSpan[] Windows = [TimeSpan.FromDays(1), TimeSpan.FromDays(30)];

    /// <inheritdoc/>
    public async Task<FlowPage> ListAsync(FlowQuery query, CancellationToken cancellationToken)
    {
        var before = ListingCursor.Parse(query.Continuation);
        var to = before?.ListedAt ?? query.CreatedTo ?? _time.GetUtcNow().AddMinutes(5);
        var from = query.CreatedFrom ?? DateTimeOffset.MinValue;
        var rows = new List<Row>();
        var upper = to;
        foreach (var window in Windows.Append(TimeSpan.MaxValue))
        {
            var lower = window == TimeSpan.MaxValue || to - DateTimeOffset.MinValue < window || to - window < from ? from : to - window;
            rows.AddRange(await ReadAsync(query, lower, upper, before, cancellationToken));
            if (rows.Count > query.Top || lower <= from) break;
            upper = lower.AddTicks(-1);
        }

        var page = rows.OrderByDescending(r => r.ListedAt).ThenByDescending(r => r.Instance.Id, StringComparer.Ordinal).Take(query.Top).ToList();
        return new FlowPage([.. page.Select(r => r.Instance)], rows.Count > page.Count ? new ListingCursor(page[^1].ListedAt, page[^1].Instance.Id).ToString() : null);
    }

    /// <inheritdoc/>
    public async Task<bool> PurgeAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } metadata || _reader.Read(metadata) is not { } instance) return false;
        if (!instance.Status.IsEnded()) throw Wrong(instance, "cannot be purged");
        await ForgetAsync(id, cancellationToken);
        var result = await Client.PurgeInstanceAsync(id, new PurgeInstanceOptions(Recursive: true), cancellationToken);
        return result.PurgedInstanceCount > 0;
    }

    /// <inheritdoc/>
    public async Task<int> PurgeAsync(PurgeFilter filter, CancellationToken cancellationToken)
    {
        var query = new FlowQuery { Statuses = filter.Statuses, CreatedFrom = filter.CreatedFrom, CreatedTo = filter.CreatedTo, IncludeChildren = true, Top = 1000 };
        var purged = 0;
        do
        {
            var page = await ListAsync(query, cancellationToken);
            foreach (var instance in page.Items.Where(i => i.Status.IsEnded()))
                if (await PurgeAsync(instance.Id, cancellationToken)) purged++;
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);

        return purged;
    }

    private async Task ForgetAsync(string id, CancellationToken cancellationToken)
    {
        await _ledger.PurgeAsync(id, cancellationToken);
        await _runs.PurgeAsync(id, cancellationToken);
    }

    private async Task<List<Row>> ReadAsync(
        FlowQuery query, DateTimeOffset from, DateTimeOffset to, ListingCursor? before, CancellationToken cancellationToken)
    {
        var filter = new OrchestrationQuery(
            CreatedFrom: from == DateTimeOffset.MinValue ? null : from,
            CreatedTo: to,
            Statuses: Native(query.Statuses),
            InstanceIdPrefix: query.IdPrefix,
            FetchInputsAndOutputs: true);
        var rows = new List<Row>();
        await foreach (var metadata in Client.GetAllInstancesAsync(filter).WithCancellation(cancellationToken))
            if (_reader.Read(metadata) is { } instance && Matches(instance, query) && before?.IsAfter(metadata) != false)
                rows.Add(new Row(metadata.CreatedAt, instance with { Input = query.IncludeInput ? instance.Input : null, Output = query.IncludeOutput ? instance.Output : null }));
        return rows;
    }

    private bool Matches(FlowInstance instance, FlowQuery query) =>
        (query.Statuses.Count == 0 || query.Statuses.Contains(instance.Status))
        && (query.Flow is null || query.Flow == instance.Flow)
        && (query.Batch is null || query.Batch == instance.Batch)
        && (query.IdPrefix is null || instance.Id.StartsWith(query.IdPrefix, StringComparison.Ordinal))
        && (query.ParentId is null || query.ParentId == instance.ParentId)
        && (query.IncludeChildren || query.ParentId is not null || (instance.ParentId is null && _catalog.FindFlow(instance.Flow)?.Info.Internal != true));

    private static List<OrchestrationRuntimeStatus>? Native(IReadOnlyList<FlowStatus> statuses) => statuses.Count == 0 ? null : [.. statuses.Select(s => s switch
    {
        FlowStatus.Pending => OrchestrationRuntimeStatus.Pending,
        FlowStatus.Running => OrchestrationRuntimeStatus.Running,
        FlowStatus.Suspended => OrchestrationRuntimeStatus.Suspended,
        FlowStatus.Completed => OrchestrationRuntimeStatus.Completed,
        FlowStatus.Terminated => OrchestrationRuntimeStatus.Terminated,
        _ => OrchestrationRuntimeStatus.Failed,
    }).Distinct()];

    // Ordered by the platform's creation time, which is what it filters by: a resumed instance counts as created when it was resumed.
    private sealed record Row(DateTimeOffset ListedAt, FlowInstance Instance);

    private sealed record ListingCursor(DateTimeOffset ListedAt, string Id)
    {
        public bool IsAfter(OrchestrationMetadata row) =>
            row.CreatedAt < ListedAt || (row.CreatedAt == ListedAt && string.CompareOrdinal(row.InstanceId, Id) < 0);

        public override string ToString() => $"{ListedAt.UtcTicks.ToString(CultureInfo.InvariantCulture)}~{Id}";

        public static ListingCursor? Parse(string? text)
        {
            if (text is null) return null;
            var parts = text.Split('~', 2);
            return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
                ? new ListingCursor(new DateTimeOffset(ticks, TimeSpan.Zero), parts[1])
                : throw new InvalidInputException("cursor", "The cursor is not one that a listing returned.");
        }
    }
}
