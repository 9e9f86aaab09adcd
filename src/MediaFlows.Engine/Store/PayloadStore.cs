using System.Globalization;
using System.IO.Hashing;
using MediaFlows.Core.Storage;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Journal;

namespace MediaFlows.Engine.Store;

/// <summary>Large payloads, each in a blob of its own under its instance's number.</summary>
internal sealed class PayloadStore(IBlobStore blobs, HubNames names, StoragePatience patience)
{
    private long _next;

    /// <summary>
    /// A name that no other payload of this hub has: instance number, epoch of the writer, counter. Behind them stands the checksum of the content, which
    /// the journal's own checksum thereby covers.
    /// </summary>
    public string NewName(long number, long epoch, ReadOnlySpan<byte> content) =>
        string.Create(CultureInfo.InvariantCulture, $"{names.PayloadsOf(number)}{epoch:x}-{++_next:x}-{XxHash64.HashToUInt64(content):x16}");

    /// <summary>Reads one payload.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF4004</c> when the blob is gone or holds something else than was written.</exception>
    public async Task<ReadOnlyMemory<byte>> FetchAsync(string blob)
    {
        var content = await patience.RunAsync($"read {blob}", () => blobs.GetAsync(blob, CancellationToken.None)) ?? throw JournalErrors.Missing($"the payload {blob} is gone");

        // Payloads of journals that were begun before names had a checksum are read as they are.
        if (blob[(blob.LastIndexOf('/') + 1)..].Split('-') is [_, _, var written]
            && written != XxHash64.HashToUInt64(content.Bytes.Span).ToString("x16", CultureInfo.InvariantCulture))
            throw JournalErrors.Damaged(blob, 0, "the payload is not what was written");
        return content.Bytes;
    }

    /// <summary>The payloads that <paramref name="history"/> refers to, by blob name.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> FetchAllAsync(ReadOnlyMemory<byte> history)
    {
        var fetched = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var e in HistoryCodec.ReadAll(history).Where(e => e.Kind.IsInput() && e.Payload.Blob is not null))
            fetched[e.Payload.Blob!] = (await FetchAsync(e.Payload.Blob!)).ToArray();
        return fetched;
    }

    /// <summary>Deletes all payloads of an instance.</summary>
    public async Task DeleteAllAsync(long number)
    {
        await foreach (var item in blobs.ListAsync(names.PayloadsOf(number), CancellationToken.None))
            await blobs.DeleteAsync(item.Name, null, CancellationToken.None);
    }
}
