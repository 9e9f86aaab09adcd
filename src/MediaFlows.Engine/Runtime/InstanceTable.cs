using System.Diagnostics.CodeAnalysis;

namespace MediaFlows.Engine.Runtime;

/// <summary>The instances in memory, by id, by number and in the order of their creation.</summary>
internal sealed class InstanceTable
{
    private readonly Dictionary<string, Instance> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Instance> _byNumber = [];
    private readonly List<Instance> _ordered = [];
    private int _removed;

    public int Count => _byId.Count;

    public IReadOnlyCollection<Instance> All => _byNumber.Values;

    public Instance? Find(string id) => _byId.GetValueOrDefault(id);

    public Instance? Find(long number) => _byNumber.GetValueOrDefault(number);

    public bool TryFind(long number, [NotNullWhen(true)] out Instance? instance) => _byNumber.TryGetValue(number, out instance);

    public void Add(Instance instance)
    {
        _byId.Add(instance.Id, instance);
        _byNumber.Add(instance.Number, instance);
        if (_ordered.Count == 0 || _ordered[^1].Number < instance.Number) _ordered.Add(instance);
        else _ordered.Insert(FirstAtOrAbove(instance.Number), instance);
    }

    public void Remove(Instance instance)
    {
        if (!_byNumber.Remove(instance.Number)) return;
        _byId.Remove(instance.Id);
        instance.Removed = true;
        if (++_removed <= 64 || _removed < _ordered.Count / 2) return;
        _ordered.RemoveAll(i => i.Removed);
        _removed = 0;
    }

    /// <summary>Newest first, from just below <paramref name="before"/>.</summary>
    public IEnumerable<Instance> NewestFirst(long before)
    {
        for (var i = FirstAtOrAbove(before) - 1; i >= 0; i--)
            if (!_ordered[i].Removed) yield return _ordered[i];
    }

    private int FirstAtOrAbove(long number)
    {
        var (low, high) = (0, _ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ordered[middle].Number < number) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
