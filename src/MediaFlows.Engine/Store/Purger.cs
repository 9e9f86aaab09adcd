using MediaFlows.Core.Client;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Runtime;

namespace MediaFlows.Engine.Store;

/// <summary>Purges instances with their ended children, and waits until nothing of them is left in storage.</summary>
internal sealed class Purger(Hub hub)
{
    private const int RowsPerRead = 256;

    public async Task<bool> RunAsync(string id)
    {
        var job = await hub.AskAsync(h => h.Purge(id));
        if (job is null) return false;
        await ChildrenAsync(id);
        await DoneAsync([job.Value]);
        return true;
    }

    public async Task<int> RunAsync(PurgeFilter filter)
    {
        var (ids, rows) = await hub.AskAsync(h => h.Matching(filter));
        var count = 0;
        foreach (var id in ids)
            if (await RunAsync(id)) count++;
        return count + await RunAsync(rows);
    }

    /// <summary>Purges archived instances. Rows know no ids, so their documents are read, many per request.</summary>
    public async Task<int> RunAsync(IReadOnlyList<FinishedRow> rows)
    {
        var count = 0;
        foreach (var some in rows.Chunk(RowsPerRead))
        {
            var documents = await hub.Archive.ReadAsync(some);
            var known = some.Where(r => documents.ContainsKey(r.Number)).Select(r => (Row: r, Id: IdIn(documents[r.Number]))).ToList();
            var jobs = await hub.AskAsync(h => known.Select(k => h.Purge(k.Row, k.Id)).OfType<PurgeJob>().ToList());
            await DoneAsync(jobs);
            count += jobs.Count;
        }

        return count;
    }

    private static string IdIn(ReadOnlyMemory<byte> history) => InstanceHeader.Read(HistoryCodec.ReadAll(history).First().Detail).Id;

    private async Task ChildrenAsync(string parentId)
    {
        var (ids, rows) = await hub.AskAsync(h => h.EndedChildren(parentId));
        foreach (var id in ids) await RunAsync(id);
        await RunAsync(rows);
    }

    private Task DoneAsync(IReadOnlyCollection<PurgeJob> jobs) => hub.PurgesDoneAsync(jobs);
}
