namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>One operation of the document's tables.</summary>
public sealed record OperationRule
{
    /// <summary>Name that users write (<c>resize</c>, <c>video/convert</c>).</summary>
    public required string Name { get; init; }

    /// <summary>What it works on.</summary>
    public required OperationCategory Category { get; init; }

    /// <summary>How it chains.</summary>
    public required OperationRole Role { get; init; }

    /// <summary>Action name on the wire, without the category.</summary>
    public required string Wire { get; init; }

    /// <summary>True when the bucket must be bound to an IMM project, whatever the parameters are.</summary>
    public bool NeedsImm { get; init; }

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<ParameterRule> Parameters { get; init; } = [];

    /// <summary>Parameters that must be given.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Parameters of which at least one must be given.</summary>
    public IReadOnlyList<string> RequiredAny { get; init; } = [];

    /// <summary>Pairs of parameters that exclude each other.</summary>
    public IReadOnlyList<(string First, string Second)> Exclusive { get; init; } = [];

    /// <summary>True for <c>concat</c>: other inputs follow as <c>/sur</c> and <c>/pre</c> segments.</summary>
    public bool TakesSegments { get; init; }

    /// <summary>The value of a bare name (<c>auto-orient</c> is <c>auto-orient,1</c>), or null.</summary>
    public string? BareValue { get; init; }

    /// <summary>A valid spelling, for hints.</summary>
    public required string Example { get; init; }

    /// <summary>The parameter users call <paramref name="name"/>, or null.</summary>
    public ParameterRule? Find(string name) => Parameters.FirstOrDefault(p => p.Name == name);
}
