namespace MediaFlows.Core.Commands;

/// <summary>Parsed values by option name, as typed by the user.</summary>
/// <param name="Values">Option name (with dashes) or argument name to its values; absent when not given.</param>
/// <param name="ReadFile">Reads a file that the user named with <c>@file</c>.</param>
public sealed record CommandValues(IReadOnlyDictionary<string, IReadOnlyList<string>> Values, Func<string, string> ReadFile)
{
    /// <summary>The last value given, or null.</summary>
    public string? Text(string name) => Values.TryGetValue(name, out var v) && v.Count > 0 ? v[^1] : null;

    /// <summary>Every value given.</summary>
    public IReadOnlyList<string> All(string name) => Values.TryGetValue(name, out var v) ? v : [];

    /// <summary>True when the flag was given.</summary>
    public bool Flag(string name) => Values.ContainsKey(name);

    /// <summary>A whole number, or null when not given.</summary>
    /// <exception cref="Errors.InvalidInputException">It is no whole number.</exception>
    public long? Integer(string name) =>
        Text(name) is not { } s ? null : long.TryParse(s, out var n) ? n : throw new Errors.InvalidInputException(name, $"{name} takes a whole number, not '{s}'.");

    /// <summary>A number, or null when not given.</summary>
    /// <exception cref="Errors.InvalidInputException">It is no number.</exception>
    public double? Number(string name) =>
        Text(name) is not { } s ? null : double.TryParse(s, out var n) ? n : throw new Errors.InvalidInputException(name, $"{name} takes a number, not '{s}'.");
}
