using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;

namespace MediaFlows.Providers.Tencent.Commands;

/// <summary>What makes one command differ from the others.</summary>
/// <param name="Input">Input record whose members are its flags.</param>
/// <param name="Name">Command word.</param>
/// <param name="Description">One line of help.</param>
internal sealed record CommandShape(Type Input, string Name, string Description)
{
    /// <summary>Members that it takes; null for all.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>Flags of media members, by flag.</summary>
    public Dictionary<string, string>? Renames { get; init; }

    /// <summary>Members that the command itself says.</summary>
    public JsonObject? Fixed { get; init; }

    /// <summary>Short spellings, by flag.</summary>
    public Dictionary<string, string>? Aliases { get; init; }

    /// <summary>Flags that are no members.</summary>
    public IReadOnlyList<CommandOption> Extra { get; init; } = [];

    /// <summary>Adds to the input what the extra flags say.</summary>
    public Action<CommandValues, JsonObject>? Complete { get; init; }

    /// <summary>What is run with the input.</summary>
    public required Func<CommandValues, JsonObject, CommandTarget> Target { get; init; }
}
