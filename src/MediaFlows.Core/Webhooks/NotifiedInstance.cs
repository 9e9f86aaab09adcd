using System.Text.Json;

namespace MediaFlows.Core.Webhooks;

/// <summary>What a look at the instance found.</summary>
/// <param name="State">Its state as a camelCase word; null when there is no such instance, or when it has another companion.</param>
public sealed record NotifiedInstance(string? State)
{
    /// <summary>True when it has ended.</summary>
    public bool Ended { get; init; }

    /// <summary>UTC time of its end, or of its last change.</summary>
    public DateTime At { get; init; }

    /// <summary>Times it was resumed or retried.</summary>
    public int Resumes { get; init; }

    /// <summary>The status document, redacted.</summary>
    public JsonElement? Document { get; init; }
}
