namespace MediaFlows.Core.Commands;

/// <summary>One argument or option of a command.</summary>
/// <param name="Name"><c>--space</c> for an option, <c>path</c> for a positional argument.</param>
/// <param name="Description">Help text.</param>
public sealed record CommandOption(string Name, string Description)
{
    /// <summary>Form of the value.</summary>
    public CommandOptionKind Kind { get; init; }

    /// <summary>True when the command cannot run without it (open choices are asked for by the flow instead).</summary>
    public bool Required { get; init; }

    /// <summary>The allowed words, shown and completed; empty for any. The flow checks them.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Other spellings (<c>-s</c>).</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
