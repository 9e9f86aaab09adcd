using System.Text.Json.Nodes;

namespace MediaFlows.Core.Commands;

/// <summary>How the answer of a query that can stream is read along on the command line; used for text output.</summary>
/// <param name="Piece">Text of one piece; null for a piece without any.</param>
/// <param name="Whole">Text of an answer that came as one document.</param>
public sealed record CommandStream(Func<JsonNode, string?> Piece, Func<JsonNode, string?> Whole)
{
    /// <summary>A remark about one piece for standard error (what it used up, why it ended early); null when there is nothing to say.</summary>
    public Func<JsonNode, string?>? Remark { get; init; }

    /// <summary>True when the command reads along unless JSON is asked for; else it does so for <c>--output text</c>.</summary>
    public bool ByDefault { get; init; }
}
