namespace MediaFlows.Local.Processes;

/// <summary>What to start.</summary>
/// <param name="Program">A path, or a name that is looked up in <c>PATH</c>.</param>
/// <param name="Arguments">Its arguments; no shell reads them.</param>
public sealed record ChildProcessSpec(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Working directory, or null for this process's own.</summary>
    public string? Directory { get; init; }

    /// <summary>Variables added to this process's environment; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Called with each line of either stream, on a background thread.</summary>
    public Action<string>? OnLine { get; init; }
}
