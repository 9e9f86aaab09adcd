using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;

namespace MediaFlows.Api.Problems;

/// <summary>An error as RFC 9457 wants it, with the members of our own error shape.</summary>
public sealed record ProblemDocument
{
    /// <summary>URL of the error's page.</summary>
    public required string Type { get; init; }

    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened, in a sentence a person can act on.</summary>
    public required string Detail { get; init; }

    /// <summary>Path of the request.</summary>
    public required string Instance { get; init; }

    /// <summary>Error code such as <c>MF1001</c>.</summary>
    public required string Code { get; init; }

    /// <summary>W3C trace id: what to look for in the logs.</summary>
    public required string TraceId { get; init; }

    /// <summary>What to do next.</summary>
    public string? Hint { get; init; }

    /// <summary>True when the very same request may succeed later.</summary>
    public bool Retryable { get; init; }

    /// <summary>Findings per field (<c>MF1001</c>).</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Open choices (<c>MF1002</c>).</summary>
    public IReadOnlyList<Question>? Questions { get; init; }

    /// <summary>The provider that answered.</summary>
    public string? Provider { get; init; }

    /// <summary>Its own error code.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>Its request id.</summary>
    public string? ProviderRequestId { get; init; }

    /// <summary>The HTTP status it answered with.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The JSON that the provider's document prescribes for this failure.</summary>
    public JsonNode? Document { get; init; }
}
