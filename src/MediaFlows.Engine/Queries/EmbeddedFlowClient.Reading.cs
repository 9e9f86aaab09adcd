using System.Globalization;
using System.Runtime.CompilerServices;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Runtime;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Queries;

internal sealed partial class EmbeddedFlowClient
{
    // A document can move while it is looked for; it is then found at its new place.
    private const int Looks = 3;
    private const int MostRows = 1000;

    public async Task<FlowInstance?> GetAsync(string id, CancellationToken cancellationToken)
    {
        var view = await FindAsync(id, cancellationToken);
        for (var look = 1; view is { IsLoading: true } && look < Looks; look++)
        {
            var loaded = await hub.AskAsync(h => new StrongBox<Task>(h.LoadedAsync(id))).WaitAsync(cancellationToken);
            await loaded.Value!.WaitAsync(cancellationToken);
            view = await FindAsync(id, cancellationToken);
        }

        return view is null ? null : await WholeAsync(id, view, input: true, output: true, cancellationToken);
    }

    public async Task<FlowPage> ListAsync(FlowQuery query, CancellationToken cancellationToken)
    {
        var top = Math.Clamp(query.Top, 1, MostRows);
        var before = Cursor(query.Continuation);
        var items = new List<FlowInstance>(top);
        while (true)
        {
            var from = before;
            var rows = await hub.AskAsync(h => h.Page(query, from, top + 1)).WaitAsync(cancellationToken);
            var views = await ViewsAsync(rows);
            foreach (var row in rows)
            {
                if (items.Count == top) return new FlowPage(items, before.ToString("x16", CultureInfo.InvariantCulture));
                before = row.Number;
                if (!views.TryGetValue(row.Number, out var view) || !HasPrefix(view, query)) continue;
                if (await WholeAsync(view.Status.Id, view, query.IncludeInput, query.IncludeOutput, cancellationToken) is { } whole) items.Add(whole);
            }

            if (rows.Count <= top) return new FlowPage(items, null);
        }
    }

    public async IAsyncEnumerable<FlowHistoryEvent> HistoryAsync(string id, long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var history = await FindAsync(id, i => new Box(i.History), (_, document) => new Box(document), cancellationToken) ?? throw EngineRefusals.NotFound(id);
        await using var events = HistoryProjection.ShowAsync(history.Bytes, from, hub.Services.Parts, hub.Payloads).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await events.MoveNextAsync()) yield break;
            }
            catch (FlowException e) when (IsMissing(e))
            {
                if (await FindAsync(id, cancellationToken) is null) throw EngineRefusals.NotFound(id);
                throw;
            }

            yield return events.Current;
        }
    }

    public async IAsyncEnumerable<FlowInstance> WatchAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FlowInstance? last = null;
        while (true)
        {
            var changed = await hub.AskAsync(h => new StrongBox<Task>(h.Changed(id))).WaitAsync(cancellationToken);
            var now = await GetAsync(id, cancellationToken);
            if (now is null && last is null) throw EngineRefusals.NotFound(id);
            if (now is null) yield break;
            if (last is null || !SameState(last, now)) yield return now;
            if (now.Status.IsEnded()) yield break;
            last = now;
            await changed.Value!.WaitAsync(cancellationToken);
        }
    }

    public async Task<string> RestartAsync(string id, bool sameId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, i => new Restartable(i.Header, i.Input, i.Status), (row, document) =>
        {
            var i = Instance.FromHistory(row.Number, document);
            return new Restartable(i.Header, i.Input, row.Status);
        }, cancellationToken) ?? throw EngineRefusals.NotFound(id);
        if (sameId && !found.Status.IsEnded()) throw EngineRefusals.WrongState(id, found.Status, "restarted under its own id", "Terminate it first, or restart it under a new id.");
        var input = (found.Input.IsAway ? await hub.Payloads.FetchAsync(found.Input.Blob!) : found.Input.Bytes).ToArray();
        if (sameId) await PurgeAsync(id, cancellationToken);
        var flow = FindFlow(new FlowStart { Flow = found.Header.Flow, Input = input });
        var header = found.Header with
        {
            Id = sameId ? id : ids.NewId(), Version = flow.Info.Version, ParentId = null, Generation = 0, Resumes = 0, StartAtTicks = 0, NotifyId = null,
        };
        hub.BeginStart();
        try
        {
            return await hub.AskAsync(h => h.Start(header, input)).WaitAsync(cancellationToken);
        }
        finally
        {
            hub.EndStart();
        }
    }

    /// <summary>The instance with its payloads. One whose payloads are gone was purged while it was read, so it is looked for again; null when it is gone too.</summary>
    private async Task<FlowInstance?> WholeAsync(string id, InstanceView view, bool input, bool output, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                return await view.WithPayloadsAsync(input, output, hub.Payloads);
            }
            catch (FlowException e) when (IsMissing(e) && look < Looks)
            {
                if (await FindAsync(id, cancellationToken) is not { } again) return null;
                view = again;
            }
        }
    }

    private static bool IsMissing(FlowException failure) => failure.Error.Code == ErrorCodes.JournalDamaged;

    private Task<InstanceView?> FindAsync(string id, CancellationToken cancellationToken) =>
        FindAsync(id, hub.View, (row, document) => InstanceView.Of(Instance.FromHistory(row.Number, document), null, hub.Services.Parts), cancellationToken);

    private async Task<T?> FindAsync<T>(string id, Func<Instance, T> here, Func<FinishedRow, ReadOnlyMemory<byte>, T> archived, CancellationToken cancellationToken)
        where T : class
    {
        for (var look = 1; look <= Looks; look++)
        {
            var found = await hub.AskAsync(h => h.Look(id, here)).WaitAsync(cancellationToken);
            if (found.View is not null) return found.View;
            if (found.Row is not { } row) return null;
            var documents = await hub.Archive.ReadAsync([row]);
            if (documents.TryGetValue(row.Number, out var document)) return archived(row, document);
        }

        return null;
    }

    private async Task<Dictionary<long, InstanceView>> ViewsAsync(List<PageRow> rows)
    {
        var views = rows.Where(r => r.View is not null).ToDictionary(r => r.Number, r => r.View!);
        foreach (var (number, document) in await hub.Archive.ReadAsync(rows.Where(r => r.Row is not null).Select(r => r.Row!.Value)))
            views[number] = InstanceView.Of(Instance.FromHistory(number, document), null, hub.Services.Parts);
        return views;
    }

    private static bool HasPrefix(InstanceView view, FlowQuery query) =>
        query.IdPrefix is null || view.Status.Id.StartsWith(query.IdPrefix, StringComparison.Ordinal);

    private static long Cursor(string? continuation)
    {
        if (continuation is null) return long.MaxValue;
        return long.TryParse(continuation, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var before)
            ? before
            : throw new InvalidInputException("continuation", "The continuation is not one that a page gave; ask for the first page again.");
    }

    private static bool SameState(FlowInstance a, FlowInstance b) =>
        a.Status == b.Status && a.UpdatedAt == b.UpdatedAt && a.WaitingFor == b.WaitingFor && a.NextWakeAt == b.NextWakeAt && a.Resumes == b.Resumes
        && a.Error == b.Error && string.Equals(a.Progress?.ToJsonString(), b.Progress?.ToJsonString(), StringComparison.Ordinal);

    private sealed record Box(ReadOnlyMemory<byte> Bytes);

    private sealed record Restartable(InstanceHeader Header, Payload Input, FlowStatus Status);
}
