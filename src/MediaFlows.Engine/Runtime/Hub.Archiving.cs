using MediaFlows.Core.Submissions;
using MediaFlows.Engine.Binary;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    private readonly List<Instance> _toArchive = [];
    private readonly Dictionary<string, bool> _charged = new(StringComparer.Ordinal);
    private long _toArchiveBytes;
    private Task? _archiving;
    private Action? _archiveChore;

    /// <summary>An ended instance leaves memory once none of its activities runs any more, together with others.</summary>
    private void ArchiveWhenDone(Instance instance)
    {
        if (instance.Removed || !instance.IsEnded || instance.Tasks?.Exists(t => t.Run is not null) == true) return;
        _toArchive.Add(instance);
        _toArchiveBytes += instance.History.Length;
        if (_toArchiveBytes >= _options.ArchiveBatchBytes) StartArchiving();
        else _agenda.Plan(_archiveChore ??= StartArchiving, _options.ArchiveDelay);
    }

    private void StartArchiving()
    {
        if (_archiving is { IsCompleted: false } || _phase is not (HubPhase.Running or HubPhase.Stopping)) return;
        _agenda.Cancel(_archiveChore ??= StartArchiving);
        var batch = TakeArchiveBatch();
        if (batch.Count == 0) return;
        _archiving = TryArchiveAsync(batch, AnnounceSegment());
        Background(_archiving);
    }

    private List<Instance> TakeArchiveBatch()
    {
        var (count, bytes) = (0, 0L);
        while (count < _toArchive.Count && bytes < 2 * JournalBatch.MaxBytes) bytes += _toArchive[count++].History.Length;
        var batch = _toArchive.GetRange(0, count).Where(i => i is { Removed: false, IsEnded: true }).Distinct().ToList();
        _toArchive.RemoveRange(0, count);
        _toArchiveBytes -= bytes;
        return batch;
    }

    /// <summary>Where the next archive segment is needed, its number goes to the journal first. Completes when that is durable.</summary>
    private Task<long> AnnounceSegment()
    {
        if (!_archive.NeedsSegment) return Task.FromResult(0L);
        var segment = _archive.Next;
        var number = new byte[10];
        AddRecord(RecordKind.ArchiveOpened, number.AsMemory(0, Varint.Write(number, (ulong)segment)));
        _state.Finished.OpenSegment(segment);
        var announced = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        AfterUnit(new OnceDurable(() => announced.TrySetResult(segment), e => announced.TrySetException(e)));
        return announced.Task;
    }

    private async Task TryArchiveAsync(List<Instance> batch, Task<long> announced)
    {
        try
        {
            await ArchiveAsync(batch, announced);
        }
        catch (Core.Errors.FlowException e) when (e.Error.Code != Core.Errors.ErrorCodes.HubLost)
        {
            // They stay where they are: ended, in memory and in the journal.
            Post(new HubMessage(hub =>
            {
                hub._archiving = null;
                foreach (var instance in batch) hub.ArchiveWhenDone(instance);
            }));
            throw;
        }
    }

    private async Task ArchiveAsync(List<Instance> batch, Task<long> announced)
    {
        // Lengths are taken here, on the loop: an instance that goes on meanwhile keeps its place in memory.
        var buffer = default(ByteBuffer);
        var rows = new List<(Instance Instance, int Length, FinishedRow Row)>(batch.Count);
        foreach (var instance in batch)
        {
            var offset = buffer.Length;
            var length = Archive.WriteDocument(ref buffer, instance.Number, instance.History);
            rows.Add((instance, instance.History.Length, RowOf(instance) with { Offset = offset, Length = length }));
        }

        var segment = await announced;
        if (segment != 0) await _archive.OpenAsync(segment);
        var start = await _archive.AppendAsync(buffer.Memory);
        var current = _archive.Current;
        Post(new HubMessage(hub =>
        {
            foreach (var (instance, length, row) in rows)
            {
                if (instance.Removed || !instance.IsEnded || instance.History.Length != length) continue;
                hub.SetFinished(row with { Segment = current, Offset = row.Offset + start });
                hub._state.Instances.Remove(instance);
            }

            hub._archiving = null;
            if (hub._toArchiveBytes >= hub._options.ArchiveBatchBytes) hub.StartArchiving();
            else if (hub._toArchive.Count > 0) hub._agenda.Plan(hub._archiveChore!, hub._options.ArchiveDelay);
            else hub.CompactWhereWorthIt();
        }));
    }

    private void SetFinished(in FinishedRow row)
    {
        var buffer = default(ByteBuffer);
        row.Write(ref buffer);
        AddRecord(RecordKind.Finished, buffer.Memory);
        _state.Finished.Set(row);
    }

    private FinishedRow RowOf(Instance instance) => new(instance.Number, TextHash.Of(instance.Id))
    {
        Status = instance.Status,
        Flow = instance.Header.Flow,
        CreatedTicks = instance.Header.CreatedTicks,
        EndedTicks = instance.EndedTicks,
        Parent = TextHash.Of(instance.Header.ParentId),
        Batch = TextHash.Of(instance.Header.Batch),
        Flags = FlagsOf(instance)
            | (instance.Header.ParentId is null ? FinishedFlags.None : FinishedFlags.Child)
            | (instance.Header.Batch is null ? FinishedFlags.None : FinishedFlags.Batch),
    };

    private FinishedFlags FlagsOf(Instance instance)
    {
        var flags = instance.HasPayloads ? FinishedFlags.Payloads : FinishedFlags.None;
        if (!instance.CalledActivities) return flags;
        var charged = HistoryCodec.ReadAll(instance.History).Any(e => e.Kind == HistoryEventKind.TaskScheduled && IsCharged(e.Name!));
        return charged || instance.Header.Generation > 0 ? flags | FinishedFlags.Activities : flags;
    }

    // Only charged submits leave entries in the ledger; an activity that is no longer known may have been one.
    private bool IsCharged(string activity)
    {
        if (_charged.TryGetValue(activity, out var known)) return known;
        var type = _services.Parts.Catalog.FindActivity(activity)?.GetType();
        var charged = type is null;
        for (; type is not null && type != typeof(object) && !charged; type = type.BaseType)
            charged = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ChargedSubmitActivity<>);
        return _charged[activity] = charged;
    }
}
