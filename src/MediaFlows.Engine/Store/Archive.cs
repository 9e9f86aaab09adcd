using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;
using MediaFlows.Engine.Binary;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Runtime;

namespace MediaFlows.Engine.Store;

/// <summary>
/// Finished instances, one document each, many documents per append. A document is the instance's whole history in checked frames;
/// the journal says where it lies. Written at expected positions like the journal, so a lost owner cannot write here either.
/// </summary>
internal sealed class Archive(IBlobStore blobs, HubNames names, StoragePatience patience, FencedAppender appender, int segmentBytes)
{
    private const int EpochShift = 20;
    private long _position;

    /// <summary>Segment that documents go to; 0 before the first one of this owner.</summary>
    public long Current { get; private set; }

    /// <summary>True when the next batch needs a new segment, whose number must be in the journal before the blob exists.</summary>
    public bool NeedsSegment => Current == 0 || _position >= segmentBytes;

    /// <summary>Number of the next segment. It holds the epoch, so no number is ever used twice: a delete that comes late hits nothing new.</summary>
    public long Next { get; private set; }

    /// <summary>Closes the segment that the owner before may still be writing.</summary>
    public async Task TakeOverAsync(FinishedIndex index, long owner, long epoch)
    {
        Next = (epoch << EpochShift) + 1;
        if (index.Segments.Count == 0) return;
        var last = index.Segments.Keys.Max();
        await CreateAsync(last);
        var batch = new JournalBatch(new byte[256], last, opensSegment: false);
        batch.TryAdd(RecordKind.Fence, continues: false, default, default);
        batch.Seal(0, owner, 0);
        while (true)
        {
            var blob = names.ArchiveSegment(last);
            var item = await patience.RunAsync($"look at {blob}", () => blobs.StatAsync(blob, CancellationToken.None)) ?? throw JournalErrors.Missing($"{blob} is gone");
            try
            {
                await appender.AppendAsync(blob, batch.Bytes, item.Length);
                return;
            }
            catch (FlowException e) when (e.Error.Code == ErrorCodes.HubLost)
            {
                // The owner before has just written there; its documents are in no journal and do no harm.
            }
        }
    }

    /// <summary>Creates the segment that the journal announced.</summary>
    public async Task OpenAsync(long segment)
    {
        await CreateAsync(segment);
        (Current, Next, _position) = (segment, segment + 1, 0);
    }

    /// <summary>Appends documents and returns the offset of the first.</summary>
    public async Task<int> AppendAsync(ReadOnlyMemory<byte> documents)
    {
        var first = _position;
        for (var at = 0; at < documents.Length; at += JournalBatch.MaxBytes)
        {
            var block = documents.Slice(at, Math.Min(JournalBatch.MaxBytes, documents.Length - at));
            _position = await appender.AppendAsync(names.ArchiveSegment(Current), block, _position);
        }

        return checked((int)first);
    }

    /// <summary>Adds an instance's document to <paramref name="buffer"/> and returns its length.</summary>
    public static int WriteDocument(ref ByteBuffer buffer, long number, ReadOnlyMemory<byte> history)
    {
        var start = buffer.Length;
        var kind = RecordKind.Image;
        Span<byte> head = stackalloc byte[10];
        head = head[..Varint.Write(head, (ulong)number)];
        foreach (var chunk in HistoryChunks.Of(history))
        {
            RecordFrame.Write(buffer.Reserve(RecordFrame.Size + head.Length + chunk.Length), kind, continues: false, head, chunk.Span);
            kind = RecordKind.ImagePart;
        }

        return buffer.Length - start;
    }

    /// <summary>Reads the documents of <paramref name="rows"/>; a row whose segment is gone is left out. Neighbours are read together.</summary>
    public async Task<Dictionary<long, ReadOnlyMemory<byte>>> ReadAsync(IEnumerable<FinishedRow> rows)
    {
        var found = new Dictionary<long, ReadOnlyMemory<byte>>();
        foreach (var run in ReadRuns.Of(rows))
        {
            var blob = names.ArchiveSegment(run[0].Segment);
            var start = run[0].Offset;
            var length = run[^1].Offset + run[^1].Length - start;
            var content = await ReadAsync(blob, start, length);
            if (content.IsEmpty) continue;
            foreach (var row in run) found[row.Number] = HistoryIn(content.Slice(row.Offset - start, row.Length), row.Number, blob);
        }

        return found;
    }

    /// <summary>Deletes a segment that nothing refers to.</summary>
    public Task DeleteAsync(long segment) => patience.RunAsync("delete an archive segment", () => blobs.DeleteAsync(names.ArchiveSegment(segment), null, CancellationToken.None));

    private async Task<ReadOnlyMemory<byte>> ReadAsync(string blob, int start, int length)
    {
        var content = new byte[length];
        for (var at = 0; at < length;)
        {
            var (offset, wanted) = (start + at, Math.Min(JournalBatch.MaxBytes, length - at));
            var piece = await patience.RunAsync($"read {blob}", () => blobs.GetRangeAsync(blob, offset, wanted, CancellationToken.None));
            if (piece is null) return default;
            if (piece.Bytes.IsEmpty) throw JournalErrors.Damaged(blob, offset, $"it is shorter than the journal says ({piece.TotalLength} bytes; {length} were expected from {start})");
            piece.Bytes.CopyTo(content.AsMemory(at));
            at += piece.Bytes.Length;
        }

        return content;
    }

    private static ReadOnlyMemory<byte> HistoryIn(ReadOnlyMemory<byte> document, long number, string blob)
    {
        var history = default(ByteBuffer);
        for (var offset = 0; offset < document.Length;)
        {
            var record = RecordFrame.Read(document, offset, blob);
            var reader = new ByteReader(record.Payload);
            if ((long)reader.ReadVarint() != number) throw JournalErrors.Damaged(blob, offset, "it holds another document than the journal says");
            history.Write(reader.ReadRest().Span);
            offset = record.End;
        }

        return history.Memory;
    }

    private Task CreateAsync(long segment) => patience.RunAsync("create an archive segment", async () =>
    {
        try
        {
            await blobs.CreateAppendAsync(names.ArchiveSegment(segment), CancellationToken.None);
        }
        catch (BlobStoreException e) when (e.Failure == BlobFailure.ConditionNotMet)
        {
            // Our own create whose answer was lost, or the owner's before; the position of the next append tells.
        }
    });
}
