using System.Text.Json.Nodes;

namespace MediaFlows.Core.Commands;

/// <summary>
/// One command of a provider on the command line: <c>mediaflows {Provider} {Name}</c>. Pure data and two pure functions;
/// the CLI adds the common options (<c>--no-wait</c>, <c>--dry-run</c>, <c>--max-wait</c>, <c>--output</c>, <c>--defaults</c>, <c>--idempotency-key</c>).
/// </summary>
public sealed record CommandDescriptor
{
    /// <summary>Provider group; may hold several words for nested groups (<c>tencent process</c>).</summary>
    public required string Provider { get; init; }

    /// <summary>Command word. The group's own word says that the group's command, declared beside it, may be named twice (<c>upload upload</c>).</summary>
    public required string Name { get; init; }

    /// <summary>Other names of the command.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Another name of the group, the last word of <see cref="Provider"/>; null when it has none.</summary>
    public string? GroupAlias { get; init; }

    /// <summary>One line of help.</summary>
    public required string Description { get; init; }

    /// <summary>Positional arguments and options, in the order of the help.</summary>
    public IReadOnlyList<CommandOption> Options { get; init; } = [];

    /// <summary>Turns parsed values into a flow start or a query. Throws <see cref="Errors.InvalidInputException"/> for what it cannot accept.</summary>
    public required Func<CommandValues, CommandTarget> Build { get; init; }

    /// <summary>Turns the output into the document's human-readable text; null prints JSON only. Gets output and language (<c>en</c>, <c>zh</c>).</summary>
    public Func<JsonNode, string, string>? Render { get; init; }

    /// <summary>
    /// Turns an error into text for people where the provider's document has words of its own: <c>error</c>, <c>code</c>, <c>hint</c>, <c>errors</c>, <c>questions</c>, for a
    /// flow's end also <c>state</c>, <c>providerCode</c>, <c>providerRequestId</c> and the prescribed <c>document</c>. Gets it and the language; null prints the common form.
    /// </summary>
    public Func<JsonObject, string, string>? RenderError { get; init; }

    /// <summary>Language of that text when the caller names none: <c>en</c>, or <c>zh</c> where the document says so.</summary>
    public string DefaultLanguage { get; init; } = "en";

    /// <summary>True for an answer, of a query or of a completed flow, that the command ends with exit code 1; null never does.</summary>
    public Func<JsonNode, bool>? IsFailure { get; init; }
}
