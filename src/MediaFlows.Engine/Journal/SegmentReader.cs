using MediaFlows.Core.Storage;

namespace MediaFlows.Engine.Journal;

/// <summary>Reads a segment and checks every byte of it.</summary>
internal static class SegmentReader
{
    private const int Piece = 4 * 1024 * 1024;

    /// <summary>The whole blob, or null when it does not exist.</summary>
    public static async Task<byte[]?> LoadAsync(IBlobStore blobs, StoragePatience patience, string blob)
    {
        var first = await ReadAsync(blobs, patience, blob, 0, Piece);
        if (first is null) return null;
        var all = new byte[first.TotalLength];
        first.Bytes.CopyTo(all);
        for (var at = first.Bytes.Length; at < all.Length;)
        {
            var next = await ReadAsync(blobs, patience, blob, at, (int)Math.Min(Piece, all.Length - at));
            if (next is null || next.Bytes.IsEmpty) throw JournalErrors.Damaged(blob, at, "it became shorter while it was read");
            next.Bytes.CopyTo(all.AsMemory(at));
            at += next.Bytes.Length;
        }

        return all;
    }

    /// <summary>All records but the batch marks, which are checked here: none may be missing, none may be short.</summary>
    public static IEnumerable<JournalRecord> Records(ReadOnlyMemory<byte> content, string blob)
    {
        var (offset, sequence, left) = (0, 0L, 0);
        while (offset < content.Length)
        {
            var record = RecordFrame.Read(content, offset, blob);
            if (record.Kind == RecordKind.BatchMark)
            {
                var mark = BatchMark.Read(record.Payload.Span);
                if (left != 0) throw JournalErrors.Damaged(blob, offset, $"{left} records of the append before are missing");
                if (mark.Sequence != sequence) throw JournalErrors.Damaged(blob, offset, $"append {sequence} is missing");
                sequence++;
                left = mark.Records;
            }
            else
            {
                if (left-- <= 0) throw JournalErrors.Damaged(blob, offset, "a record belongs to no append");
                yield return record;
            }

            offset = record.End;
        }

        if (left != 0) throw JournalErrors.Damaged(blob, offset, $"the last {left} records of an append are missing");
    }

    /// <summary>Epoch and number of the last append; null for an empty segment.</summary>
    public static BatchMark? LastMark(ReadOnlyMemory<byte> content, string blob)
    {
        BatchMark? last = null;
        for (var offset = 0; offset < content.Length;)
        {
            var record = RecordFrame.Read(content, offset, blob);
            if (record.Kind == RecordKind.BatchMark) last = BatchMark.Read(record.Payload.Span);
            offset = record.End;
        }

        return last;
    }

    private static Task<BlobContent?> ReadAsync(IBlobStore blobs, StoragePatience patience, string blob, long offset, int length) =>
        patience.RunAsync($"read {blob}", () => blobs.GetRangeAsync(blob, offset, length, CancellationToken.None));
}
