using System.Text.Json.Nodes;

namespace MediaFlows.Core.Errors;

/// <summary>The one shape of every error a person or a program meets, on every host and in every answer.</summary>
/// <param name="Code">Stable id such as <c>MF1001</c>; it has a section in <c>docs/errors.md</c>.</param>
/// <param name="Message">A sentence a person can act on. Never holds a secret or a signed query string.</param>
public sealed record FlowError(string Code, string Message)
{
    /// <summary>The provider that answered (<c>byteplus</c>), or null for an error of our own.</summary>
    public string? Provider { get; init; }

    /// <summary>The provider's own error code, word for word.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The provider's request id, for its support desk.</summary>
    public string? ProviderRequestId { get; init; }

    /// <summary>The HTTP status the provider answered with.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>True when the very same call may succeed later without a change.</summary>
    public bool Retryable { get; init; }

    /// <summary>How long the provider asked us to wait before the next try (<c>Retry-After</c>).</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What to do next.</summary>
    public string? Hint { get; init; }

    /// <summary>The JSON a provider's document prescribes for this failure, word for word (timeouts with their resume hints).</summary>
    public JsonNode? Document { get; init; }
}
