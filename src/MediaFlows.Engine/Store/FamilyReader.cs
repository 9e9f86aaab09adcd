using MediaFlows.Engine.History;
using MediaFlows.Engine.Runtime;

namespace MediaFlows.Engine.Store;

/// <summary>Reads what a retry may need: the instance and, down the tree, its children that have ended badly or without being heard.</summary>
internal static class FamilyReader
{
    public static async Task<ArchivedFamily> ReadAsync(Hub hub, string id)
    {
        var family = new ArchivedFamily();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([id]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next)) continue;
            var found = await hub.AskAsync(h => h.Look(next, i => new Snapshot(i.Number, i.IsEnded, i.HasPayloads, i.History)));
            var snapshot = found.View ?? await FromArchiveAsync(hub, found.Row, family);
            if (snapshot is null or { IsEnded: false }) continue;
            if (snapshot.HasPayloads) family.AddPayloads(snapshot.Number, await FetchAsync(hub, snapshot.History));
            foreach (var child in ChildrenIn(snapshot.History)) open.Enqueue(child);
        }

        return family;
    }

    private static async Task<Snapshot?> FromArchiveAsync(Hub hub, FinishedRow? row, ArchivedFamily family)
    {
        if (row is not { } at) return null;
        var documents = await hub.Archive.ReadAsync([at]);
        if (!documents.TryGetValue(at.Number, out var history)) return null;
        family.Add(at, history);
        return new Snapshot(at.Number, true, at.Flags.HasFlag(FinishedFlags.Payloads), history);
    }

    private static async Task<IReadOnlyDictionary<string, byte[]>> FetchAsync(Hub hub, ReadOnlyMemory<byte> history)
    {
        var fetched = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var e in HistoryCodec.ReadAll(history).Where(e => e.Payload.Blob is not null))
            fetched[e.Payload.Blob!] = (await hub.Payloads.FetchAsync(e.Payload.Blob!)).ToArray();
        return fetched;
    }

    // Children whose completion the parent has recorded are settled; nothing about them is needed.
    private static IEnumerable<string> ChildrenIn(ReadOnlyMemory<byte> history)
    {
        var children = new Dictionary<int, string>();
        foreach (var e in HistoryCodec.ReadAll(history))
        {
            if (e.Kind == HistoryEventKind.SubFlowStarted) children[e.Id] = e.Text!;
            else if (e.Kind == HistoryEventKind.SubFlowCompleted) children.Remove(e.Id);
        }

        return children.Values;
    }

    private sealed record Snapshot(long Number, bool IsEnded, bool HasPayloads, ReadOnlyMemory<byte> History);
}
