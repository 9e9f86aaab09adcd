using System.Text.Json.Nodes;

namespace MediaFlows.Core.Flows;

/// <summary>One provider request of a dry run, redacted.</summary>
/// <param name="Step">The stage tag it belongs to.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Full URL with signing parameters replaced.</param>
public sealed record PlannedRequest(string Step, string Method, string Url)
{
    /// <summary>Headers that matter, credentials replaced by <c>***</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The JSON body, or a string for other kinds (<c>&lt;20971520 bytes&gt;</c>).</summary>
    public JsonNode? Body { get; init; }

    /// <summary>True when the provider charges for it.</summary>
    public bool Charged { get; init; }

    /// <summary>When or how often it is made ("every 5 s, at most 360 times").</summary>
    public string? Note { get; init; }
}
