using System.Text.Json.Nodes;

namespace MediaFlows.Cli.Commands;

/// <summary>How a flow is started and what is printed.</summary>
internal sealed record FlowRunRequest
{
    public bool NoWait { get; init; }

    public TimeSpan? MaxWait { get; init; }

    public bool DryRun { get; init; }

    public bool Defaults { get; init; }

    public string? IdempotencyKey { get; init; }

    public string? InstanceId { get; init; }

    public string? Batch { get; init; }

    /// <summary>Headers that name the webhook; empty for none.</summary>
    public IReadOnlyDictionary<string, string> Notify { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool Text { get; init; }

    /// <summary>True when text was asked for by <c>--output text</c>: errors are text too.</summary>
    public bool TextErrors { get; init; }

    /// <summary>Writes an error as text; null for the common form.</summary>
    public Func<JsonObject, string, string>? RenderError { get; init; }

    /// <summary>True for an output that ends with exit code 1 although the flow completed; null never does.</summary>
    public Func<JsonNode, bool>? IsFailure { get; init; }

    /// <summary>True when JSON was asked for in so many words, not just by default.</summary>
    public bool Json { get; init; }

    /// <summary>True when progress is printed line by line even where nobody sits at a terminal.</summary>
    public bool Verbose { get; init; }

    public string Language { get; init; } = "en";
}
