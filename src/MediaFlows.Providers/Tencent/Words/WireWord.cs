using System.Text;

namespace MediaFlows.Providers.Tencent.Words;

/// <summary>
/// The values that a member may have, compared letter by letter as the service does. The document's spaced spellings
/// (<c>Auto Match</c>) are accepted for the spaceless ones that travel; no other case or spelling is.
/// </summary>
public sealed class WireWord
{
    private readonly Dictionary<string, string> _spellings = new(StringComparer.Ordinal);

    /// <summary>Names the values in the order they are shown.</summary>
    public WireWord(params string[] values)
    {
        Values = values;
        foreach (var value in values)
        {
            _spellings[value] = value;
            _spellings.TryAdd(Spaced(value), value);
        }
    }

    /// <summary>The spellings that travel.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The spelling that travels, or null when <paramref name="text"/> is none of the values.</summary>
    public string? Find(string text) => _spellings.GetValueOrDefault(text);

    /// <summary>What is wrong with <paramref name="text"/>, naming the nearest value.</summary>
    public string Refuse(string field, string text)
    {
        var near = Values.FirstOrDefault(v => string.Equals(v, text.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        return near is null
            ? $"'{text}' is not a value of {field}. There are: {string.Join(", ", Values)}."
            : $"'{text}' is not a value of {field}; upper and lower case matter: write {near}.";
    }

    private static string Spaced(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (i > 0 && char.IsUpper(value[i]) && char.IsLower(value[i - 1])) text.Append(' ');
            text.Append(value[i]);
        }

        return text.ToString();
    }
}
