using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Journal;

/// <summary>
/// Reads a hub's journal and closes it against the owner before: a fence is appended behind the last byte that was read, so whatever that owner
/// still sends is refused by its position. If it was faster, its bytes are read first. No clock and no lease takes part.
/// </summary>
internal sealed class HubRecovery(IBlobStore blobs, HubNames names, StoragePatience patience, FencedAppender appender)
{
    private const int MostRounds = 100;

    public async Task<Recovered> RunAsync(long owner, OwnerRecord? before)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var segments = await ReadAllAsync();
            Check(segments, before);
            if (segments.Count == 0) return new Recovered(new HubState(), 1, 0, 1);
            var epoch = segments.Max(s => s.LastMark?.Epoch ?? 0) + 1;
            if (segments[^1].IsClosed || await FenceAsync(segments[^1], epoch, owner)) return Fold(segments, epoch);
        }

        throw JournalErrors.Lost("another process keeps writing to its journal");
    }

    private async Task<List<Segment>> ReadAllAsync()
    {
        var numbers = await patience.RunAsync("list the journal", ListAsync);
        var segments = new List<Segment>(numbers.Count);
        foreach (var number in numbers)
        {
            var blob = names.Segment(number);
            if (await SegmentReader.LoadAsync(blobs, patience, blob) is { } content) segments.Add(new Segment(number, blob, content));
        }

        return segments;
    }

    private async Task<List<long>> ListAsync()
    {
        var numbers = new List<long>();
        await foreach (var item in blobs.ListAsync(names.Journal, CancellationToken.None)) numbers.Add(HubNames.SegmentOf(item.Name));
        return numbers;
    }

    // The owner record says how far the journal had come at the last sign of life: a journal that is shorter now has lost its end.
    private void Check(List<Segment> segments, OwnerRecord? before)
    {
        if (before is null or { Segment: 0 }) return;
        if (segments.Count == 0 || segments[^1].Number < before.Segment) throw JournalErrors.Missing($"{names.Segment(before.Segment)} is gone");
        if (segments.Find(s => s.Number == before.Segment) is { } seen && seen.Length < before.Position)
            throw JournalErrors.Damaged(seen.Blob, seen.Length, $"its end is missing; it was {before.Position} bytes long");
    }

    private async Task<bool> FenceAsync(Segment last, long epoch, long owner)
    {
        var batch = new JournalBatch(new byte[256], last.Number, opensSegment: false);
        batch.TryAdd(RecordKind.Fence, continues: false, default, default);
        batch.Seal(epoch, owner, (last.LastMark?.Sequence ?? -1) + 1);
        try
        {
            await appender.AppendAsync(last.Blob, batch.Bytes, last.Length);
            return true;
        }
        catch (FlowException e) when (e.Error.Code == ErrorCodes.HubLost)
        {
            return false;
        }
    }

    private static Recovered Fold(List<Segment> segments, long epoch)
    {
        var whole = segments.FindLastIndex(s => s.IsComplete);
        var newest = whole < 0 ? 0 : segments[whole].Number;
        foreach (var partial in segments.Skip(whole + 1))
        {
            if ((partial.Base ?? newest) != newest || (whole < 0 && partial.Base is null && partial.Number > 1))
                throw JournalErrors.Missing($"the segment before {partial.Blob} is gone");
        }

        var state = new HubState();
        if (whole >= 0)
        {
            foreach (var record in segments[whole].Records) Apply(state, record, segments[whole].Blob);
        }

        return new Recovered(state, epoch, newest, segments[^1].Number + 1);
    }

    private static void Apply(HubState state, in JournalRecord record, string blob)
    {
        try
        {
            state.Apply(record);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or OverflowException)
        {
            throw JournalErrors.Damaged(blob, record.End, e.Message);
        }
    }
}
