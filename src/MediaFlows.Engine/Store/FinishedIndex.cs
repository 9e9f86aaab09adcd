using System.Runtime.InteropServices;

namespace MediaFlows.Engine.Store;

/// <summary>The rows of all finished instances that moved to the archive, by id and in the order of creation.</summary>
internal sealed class FinishedIndex
{
    private const int ChunkSize = 1024;
    private readonly Dictionary<UInt128, long> _byId = [];
    private readonly List<List<FinishedRow>> _chunks = [];
    private readonly SortedDictionary<long, ArchiveUse> _segments = [];

    public int Count => _byId.Count;

    /// <summary>How much of each archive segment is still referred to.</summary>
    public IReadOnlyDictionary<long, ArchiveUse> Segments => _segments;

    public IEnumerable<FinishedRow> All => _chunks.SelectMany(c => c);

    public bool Contains(string id) => _byId.ContainsKey(TextHash.Of(id));

    public FinishedRow? Find(string id) => _byId.TryGetValue(TextHash.Of(id), out var number) ? Find(number) : null;

    public FinishedRow? Find(long number)
    {
        if (_chunks.Count == 0) return null;
        var chunk = _chunks[ChunkOf(number)];
        var at = IndexIn(chunk, number);
        return at < chunk.Count && chunk[at].Number == number ? chunk[at] : null;
    }

    /// <summary>Adds the row, or replaces the one of the same number (its document has moved).</summary>
    public void Set(in FinishedRow row)
    {
        Remove(row.Number);
        _byId[row.Id] = row.Number;
        Use(row.Segment).Add(row.Length);
        if (_chunks.Count == 0)
        {
            _chunks.Add([row]);
            return;
        }

        var which = ChunkOf(row.Number);
        var chunk = _chunks[which];
        chunk.Insert(IndexIn(chunk, row.Number), row);
        if (chunk.Count <= ChunkSize) return;
        _chunks.Insert(which + 1, chunk.GetRange(ChunkSize / 2, chunk.Count - (ChunkSize / 2)));
        chunk.RemoveRange(ChunkSize / 2, chunk.Count - (ChunkSize / 2));
    }

    public FinishedRow? Remove(long number)
    {
        if (Find(number) is not { } row) return null;
        var which = ChunkOf(number);
        var chunk = _chunks[which];
        chunk.RemoveAt(IndexIn(chunk, number));
        if (chunk.Count == 0) _chunks.RemoveAt(which);
        _byId.Remove(row.Id);
        Use(row.Segment).Remove(row.Length);
        return row;
    }

    /// <summary>Notes an archive segment, before anything is in it.</summary>
    public void OpenSegment(long segment) => Use(segment);

    public void DropSegment(long segment) => _segments.Remove(segment);

    /// <summary>Newest first, from just below <paramref name="before"/>.</summary>
    public IEnumerable<FinishedRow> NewestFirst(long before)
    {
        if (_chunks.Count == 0) yield break;
        for (var which = ChunkOf(before); which >= 0; which--)
        {
            var chunk = _chunks[which];
            for (var i = IndexIn(chunk, before) - 1; i >= 0; i--) yield return chunk[i];
        }
    }

    private ArchiveUse Use(long segment)
    {
        if (!_segments.TryGetValue(segment, out var use)) _segments[segment] = use = new ArchiveUse();
        return use;
    }

    // The last chunk whose first number is not above; the first one for numbers below all.
    private int ChunkOf(long number)
    {
        var (low, high) = (0, _chunks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_chunks[middle][0].Number <= number) low = middle + 1;
            else high = middle;
        }

        return Math.Max(0, low - 1);
    }

    private static int IndexIn(List<FinishedRow> chunk, long number)
    {
        var rows = CollectionsMarshal.AsSpan(chunk);
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rows[middle].Number < number) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
