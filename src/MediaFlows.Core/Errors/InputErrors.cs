using System.Text.Json.Nodes;

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
    public void ThrowIfAny() => Throw(document: null);

    /// <summary>As <see cref="ThrowIfAny()"/>, with the JSON that a provider's document prescribes for a refused input, made from the whole message.</summary>
    public void ThrowIfAny(Func<string, JsonNode> document) => Throw(document);

    private void Throw(Func<string, JsonNode>? document)
    {
        if (IsEmpty) return;
        var fields = _fields.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
        throw new InvalidInputException(fields, document?.Invoke(string.Join(" ", fields.SelectMany(f => f.Value))));
    }
}
