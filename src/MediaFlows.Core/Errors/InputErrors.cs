namespace MediaFlows.Core.Errors;

/// <summary>Collects what is wrong with an input so that a caller sees everything at once.</summary>
public sealed class InputErrors
{
    private readonly SortedDictionary<string, List<string>> _fields = new(StringComparer.Ordinal);

    /// <summary>True when nothing was found.</summary>
    public bool IsEmpty => _fields.Count == 0;

    /// <summary>Adds one finding about <paramref name="field"/> (JSON name, dotted for nested ones).</summary>
    public void Add(string field, string message)
    {
        if (!_fields.TryGetValue(field, out var list)) _fields[field] = list = [];
        list.Add(message);
    }

    /// <summary>Throws <see cref="InvalidInputException"/> when anything was added.</summary>
    public void ThrowIfAny()
    {
        if (!IsEmpty) throw new InvalidInputException(_fields.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal));
    }
}
