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

    /// <summary>Local files that the host is to write: JSON pointer of the <c>file</c> member in <see cref="Input"/>. A relative path is meant from the caller's folder.</summary>
    public IReadOnlyList<string> OutputFiles { get; init; } = [];

    /// <summary>
    /// Local files or folders that results are written to: JSON pointer of the <c>file</c> member in <see cref="Input"/>. The command line makes them absolute,
    /// since its working directory is not the host's, and ends an existing folder with a slash.
    /// </summary>
    public IReadOnlyList<string> LocalOutputs { get; init; } = [];
}
