namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>One parameter of an operation: its name for users, its name on the wire and what it may hold.</summary>
public sealed record ParameterRule
{
    /// <summary>Name that users write.</summary>
    public required string Name { get; init; }

    /// <summary>Form of the value.</summary>
    public required ParameterKind Kind { get; init; }

    /// <summary>Name on the wire; null for a parameter that is folded into another one.</summary>
    public string? Wire { get; init; }

    /// <summary>True when only the value is sent (<c>rotate,90</c>).</summary>
    public bool ValueOnly { get; init; }

    /// <summary>Smallest value.</summary>
    public double Min { get; init; } = double.MinValue;

    /// <summary>Largest value.</summary>
    public double Max { get; init; } = double.MaxValue;

    /// <summary>True when <see cref="Min"/> itself is not allowed.</summary>
    public bool AboveMin { get; init; }

    /// <summary>The words allowed, for <see cref="ParameterKind.Word"/>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Short forms and the words they stand for on the wire.</summary>
    public IReadOnlyDictionary<string, string> Shorthands { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True when the value is sent base64url-encoded.</summary>
    public bool Encoded { get; init; }

    /// <summary>A whole number.</summary>
    public static ParameterRule Whole(string name, double min = double.MinValue, double max = double.MaxValue, string? wire = null) =>
        new() { Name = name, Kind = ParameterKind.Whole, Min = min, Max = max, Wire = wire ?? name };

    /// <summary>A decimal number above <paramref name="above"/> and up to <paramref name="max"/>.</summary>
    public static ParameterRule Number(string name, double above, double max) =>
        new() { Name = name, Kind = ParameterKind.Number, Min = above, Max = max, AboveMin = true, Wire = name };

    /// <summary>One of a list of words.</summary>
    public static ParameterRule Word(string name, params string[] words) =>
        new() { Name = name, Kind = ParameterKind.Word, Words = words, Wire = name };

    /// <summary>A size.</summary>
    public static ParameterRule Size(string name) => new() { Name = name, Kind = ParameterKind.Size, Min = 64, Max = 4096, Wire = name };

    /// <summary>A colour.</summary>
    public static ParameterRule Color(string name) => new() { Name = name, Kind = ParameterKind.Color, Wire = name };

    /// <summary>Free text, encoded.</summary>
    public static ParameterRule Text(string name) => new() { Name = name, Kind = ParameterKind.Text, Encoded = true, Wire = name };

    /// <summary>A value without rules of its own.</summary>
    public static ParameterRule Raw(string name) => new() { Name = name, Kind = ParameterKind.Raw, Wire = name };

    /// <summary>Sent as the value alone.</summary>
    public ParameterRule Alone() => this with { ValueOnly = true };

    /// <summary>What a valid value is, for messages.</summary>
    public string Expectation => Kind switch
    {
        ParameterKind.Whole when Min > double.MinValue && Max < double.MaxValue => $"must be an integer from {Min} to {Max}",
        ParameterKind.Whole when Min == 1 => "must be a positive integer",
        ParameterKind.Whole when Min == 0 => "must be a non-negative integer",
        ParameterKind.Number => $"must be a number above {Min} and at most {Max}",
        ParameterKind.Word => "must be one of: " + string.Join(", ", Words),
        ParameterKind.Size => "must be WIDTHxHEIGHT with even sides from 64 to 4096 (e.g., 1280x720)",
        ParameterKind.Color => "must be six hex digits (e.g., FFFFFF)",
        _ => "must not contain ',', '/' or '|'",
    };
}
