using System.Text.Json.Nodes;

namespace MediaFlows.Core.Commands;

/// <summary>What a command runs.</summary>
/// <param name="Flow">Flow to start, or null.</param>
/// <param name="Query">Query to ask, or null.</param>
/// <param name="Input">JSON input.</param>
public sealed record CommandTarget(string? Flow, string? Query, JsonObject Input)
{
    /// <summary>Starts <paramref name="flow"/>.</summary>
    public static CommandTarget StartFlow(string flow, JsonObject input) => new(flow, null, input);

    /// <summary>Asks <paramref name="query"/>.</summary>
    public static CommandTarget AskQuery(string query, JsonObject input) => new(null, query, input);

    /// <summary>Local files that are uploaded to media storage first when the host is not on this machine: JSON pointer of the <c>file</c> member in <see cref="Input"/>.</summary>
    public IReadOnlyList<string> LocalFiles { get; init; } = [];

    /// <summary>Local files that are named inside texts of <see cref="Input"/>.</summary>
    public IReadOnlyList<LocalText> LocalTexts { get; init; } = [];

    /// <summary>
    /// The files that belong to a local file and are uploaded beside it, as paths from its folder; gets its name and its text, and null says that they cannot be told.
    /// Null as a whole: files stand alone. Asked only for files of the types in <see cref="CompanionTypes"/>.
    /// </summary>
    public Func<string, string, IReadOnlyList<string>?>? Companions { get; init; }

    /// <summary>Extensions without dot of files that name others.</summary>
    public IReadOnlyList<string> CompanionTypes { get; init; } = [];

    /// <summary>Makes the target anew from an input whose open questions were answered at the terminal: an answer may name a file of the caller. Null when none can.</summary>
    public Func<JsonObject, CommandTarget>? Answered { get; init; }

    /// <summary>How a query's answer is read along; null when it comes as one document only.</summary>
    public CommandStream? Stream { get; init; }

    /// <summary>File of the caller that the text of a query's answer is written to, or null.</summary>
    public string? SaveText { get; init; }

    /// <summary>Local files that the host is to write: JSON pointer of the <c>file</c> member in <see cref="Input"/>. A relative path is meant from the caller's folder.</summary>
    public IReadOnlyList<string> OutputFiles { get; init; } = [];

    /// <summary>
    /// Local files or folders that results are written to: JSON pointer of the <c>file</c> member in <see cref="Input"/>. The command line makes them absolute,
    /// since its working directory is not the host's, and ends an existing folder with a slash.
    /// </summary>
    public IReadOnlyList<string> LocalOutputs { get; init; } = [];
}
