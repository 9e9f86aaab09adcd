using MediaFlows.Core.Client;
using MediaFlows.Core.Storage;
using MediaFlows.Engine.Binary;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    // Below this share of dead bytes an archive segment is not worth rewriting.
    private const double DeadShare = 0.25;
    private Action? _retention;
    private readonly Dictionary<long, Task> _cleanUps = [];
    private bool _compacting;

    /// <summary>Removes an ended instance for every reader at once; what it left in storage is deleted afterwards, and again after a crash.</summary>
    public PurgeJob? Purge(string id)
    {
        if (_state.Instances.Find(id) is { } instance)
        {
            if (!instance.IsEnded) throw EngineRefusals.WrongState(id, instance.Status, "purged", "Cancel or terminate it first.");
            return Drop(instance.Number, id, FlagsOf(instance));
        }

        return _state.Finished.Find(id) is { } row ? Drop(row.Number, id, row.Flags) : null;
    }

    /// <summary>Ended instances that <paramref name="filter"/> names: those in memory by id, the others as rows.</summary>
    public (List<string> Ids, List<FinishedRow> Rows) Matching(PurgeFilter filter)
    {
        var ids = _state.Instances.All.Where(i => i.IsEnded && Fits(filter, i.Status, i.Header.CreatedTicks)).Select(i => i.Id).ToList();
        var rows = _state.Finished.All.Where(r => Fits(filter, r.Status, r.CreatedTicks)).ToList();
        return (ids, rows);
    }

    /// <summary>Removes one row that was listed before; null when it has gone or changed meanwhile.</summary>
    public PurgeJob? Purge(in FinishedRow row, string id)
    {
        // Compaction may just have brought it back into memory; an operator may have made it go on.
        if (_state.Instances.TryFind(row.Number, out var here)) return here.IsEnded && here.Status == row.Status ? Drop(row.Number, id, row.Flags) : null;
        return _state.Finished.Find(row.Number) is { } now && now.Status == row.Status ? Drop(row.Number, id, now.Flags) : null;
    }

    /// <summary>Ended children of the instance <paramref name="parentId"/>, in memory or not.</summary>
    public (List<string> Ids, List<FinishedRow> Rows) EndedChildren(string parentId)
    {
        var hash = TextHash.Of(parentId);
        return (
            _state.Instances.All.Where(i => i.IsEnded && i.Header.ParentId == parentId).Select(i => i.Id).ToList(),
            _state.Finished.All.Where(r => r.Parent == hash).ToList());
    }

    /// <summary>Deletes ledger entries and payloads of a purged instance, then notes that nothing is left.</summary>
    public async Task CleanUpAsync(PurgeJob job, Task recorded)
    {
        await recorded;
        if (job.Flags.HasFlag(FinishedFlags.Activities) && _services.Ledger is { } ledger)
            await _patience.RunAsync("purge the ledger", () => ledger.PurgeAsync(job.Id, CancellationToken.None));
        if (job.Flags.HasFlag(FinishedFlags.Payloads)) await _patience.RunAsync("delete payloads", () => _payloads.DeleteAllAsync(job.Number));
        Post(new HubMessage(hub =>
        {
            var number = new byte[10];
            hub.AddRecord(RecordKind.Purged, number.AsMemory(0, Varint.Write(number, (ulong)job.Number)));
            hub._state.Purging.Remove(job.Number);
            hub._cleanUps.Remove(job.Number);
            hub.CompactWhereWorthIt();
        }));
    }

    /// <summary>Completes when nothing of these is left in storage.</summary>
    public async Task PurgesDoneAsync(IReadOnlyCollection<PurgeJob> jobs) =>
        await Task.WhenAll(await AskAsync(hub => jobs.Select(j => hub._cleanUps.GetValueOrDefault(j.Number) ?? Task.CompletedTask).ToList()));

    private PurgeJob Drop(long number, string id, FinishedFlags flags)
    {
        var job = new PurgeJob(number, id, flags);
        AddRecord(RecordKind.Purging, job.ToBytes());
        if (_state.Instances.TryFind(number, out var instance)) _state.Instances.Remove(instance);
        _state.Finished.Remove(number);
        _state.Purging[number] = job;
        StartCleanUp(job);
        return job;
    }

    private void StartCleanUp(PurgeJob job)
    {
        var cleanUp = CleanUpAsync(job, Recorded());
        _cleanUps[job.Number] = cleanUp;
        Background(cleanUp);
    }

    /// <summary>Completes when the unit being made is durable.</summary>
    private Task Recorded()
    {
        var recorded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AfterUnit(new OnceDurable(() => recorded.TrySetResult(), e => recorded.TrySetException(e)));
        return recorded.Task;
    }

    private static bool Fits(PurgeFilter filter, FlowStatus status, long createdTicks) =>
        (filter.Statuses.Count == 0 || filter.Statuses.Contains(status))
        && (filter.CreatedFrom is not { } from || createdTicks >= from.UtcTicks)
        && (filter.CreatedTo is not { } to || createdTicks <= to.UtcTicks);

    private void PurgeExpired()
    {
        _agenda.Plan(_retention!, _options.RetentionCheck);
        var now = NowTicks;
        var expired = _state.Finished.All.Where(r => RetentionOf(r.Flow) is { } keep && r.EndedTicks + keep.Ticks < now).ToList();
        if (expired.Count == 0) return;
        var living = _state.Instances.All.Where(i => !i.IsEnded).Select(i => TextHash.Of(i.Id)).ToHashSet();
        Background(new Purger(this).RunAsync(expired.Where(r => !living.Contains(r.Parent)).ToList()));
    }

    private TimeSpan? RetentionOf(string flow) => _services.Parts.Catalog.FindFlow(flow)?.Info.Retention ?? _options.Retention;

    /// <summary>Moves what is left of archive segments that are mostly dead, and deletes these.</summary>
    private void CompactWhereWorthIt()
    {
        // Documents on their way are in no row yet, so a segment may look empty that is not.
        if (_compacting || _archiving is not null || _phase != HubPhase.Running) return;
        var open = _archive.Current == 0 ? _archive.Next : _archive.Current;
        var worth = _state.Finished.Segments.FirstOrDefault(s =>
            s.Key < open && (s.Value.Documents == 0 || s.Value.Dead > DeadShare * (s.Value.Dead + s.Value.Bytes)));
        if (worth.Value is null) return;
        _compacting = true;
        Background(CompactAsync(worth.Key));
    }

    private async Task CompactAsync(long segment)
    {
        try
        {
            var rows = await AskAsync(hub => hub._state.Finished.All.Where(r => r.Segment == segment).ToList());
            foreach (var some in rows.Chunk(256)) await MoveAsync(some);
            await AskAsync(hub => hub.ForgetSegment(segment));
            await _archive.DeleteAsync(segment);
        }
        finally
        {
            Post(new HubMessage(hub =>
            {
                hub._compacting = false;
                hub.CompactWhereWorthIt();
            }));
        }
    }

    private bool ForgetSegment(long segment)
    {
        if (_state.Finished.Segments.TryGetValue(segment, out var use) && use.Documents > 0) throw EngineRefusals.StillUsed(segment);
        var number = new byte[10];
        AddRecord(RecordKind.ArchiveDropped, number.AsMemory(0, Varint.Write(number, (ulong)segment)));
        _state.Finished.DropSegment(segment);
        return true;
    }

    // Moved documents come back to life for a moment: as ended instances they go out with the next archive batch.
    private async Task MoveAsync(FinishedRow[] rows)
    {
        var documents = await _archive.ReadAsync(rows);
        var moved = await AskAsync(hub =>
        {
            foreach (var row in rows)
            {
                if (hub._state.Finished.Find(row.Number) != row || !documents.TryGetValue(row.Number, out var history)) continue;
                hub.ArchiveWhenDone(hub.Revive(row.Number, history));
            }

            hub.StartArchiving();
            return hub._archiving ?? Task.CompletedTask;
        });
        await moved;
        await AskAsync(static _ => true);
    }

    private async Task SweepOrphansAsync()
    {
        var archive = new List<(long Segment, long Length)>();
        await foreach (var item in _services.Blobs.ListAsync(_names.Archive, CancellationToken.None)) archive.Add((HubNames.SegmentOf(item.Name), item.Length));
        var payloads = new List<string>();
        await foreach (var item in _services.Blobs.ListAsync(_names.Payloads, CancellationToken.None)) payloads.Add(item.Name);
        var orphans = await AskAsync(hub =>
        {
            foreach (var (segment, length) in archive)
                if (hub._state.Finished.Segments.TryGetValue(segment, out var use)) use.SetLength(length);
            hub.CompactWhereWorthIt();
            return archive.Where(a => a.Segment < hub._archive.Next && !hub._state.Finished.Segments.ContainsKey(a.Segment)).Select(a => hub._names.ArchiveSegment(a.Segment))
                .Concat(payloads.Where(p => hub.IsOrphan(HubNames.NumberOf(p)))).ToList();
        });
        foreach (var blob in orphans) await _services.Blobs.DeleteAsync(blob, null, CancellationToken.None);
    }

    private bool IsOrphan(long number) =>
        number >> 32 < _epoch && _state.Instances.Find(number) is null && _state.Finished.Find(number) is null && !_state.Purging.ContainsKey(number);
}
