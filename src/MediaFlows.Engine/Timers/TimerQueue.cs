namespace MediaFlows.Engine.Timers;

/// <summary>
/// Due times in a heap, 32 bytes each. A withdrawn timer stays until it is due or until such leftovers are the larger half;
/// then the heap is built anew from the timers that are still wanted.
/// </summary>
internal sealed class TimerQueue
{
    private readonly PriorityQueue<TimerEntry, long> _heap = new();
    private int _withdrawn;

    public int Count => _heap.Count;

    /// <summary>UTC ticks of the next entry, or null.</summary>
    public long? NextDue => _heap.TryPeek(out _, out var due) ? due : null;

    public void Add(in TimerEntry entry) => _heap.Enqueue(entry, entry.DueTicks);

    /// <summary>Takes the next entry that is due at <paramref name="nowTicks"/>.</summary>
    public bool TryTake(long nowTicks, out TimerEntry entry)
    {
        if (!_heap.TryPeek(out entry, out var due) || due > nowTicks) return false;
        _heap.Dequeue();
        return true;
    }

    /// <summary>Notes a withdrawal.</summary>
    public void Withdrawn(Func<TimerEntry, bool> isWanted)
    {
        if (++_withdrawn < 1024 || _withdrawn < _heap.Count / 2) return;
        var wanted = _heap.UnorderedItems.Where(i => isWanted(i.Element)).ToList();
        _heap.Clear();
        _heap.EnqueueRange(wanted.Select(i => (i.Element, i.Priority)));
        _withdrawn = 0;
    }
}
