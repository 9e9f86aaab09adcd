using System.Text.Json;
using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Batches;

/// <summary>One line of the results.</summary>
/// <param name="Index">0-based position in the manifest.</param>
/// <param name="State"><c>completed</c>, <c>failed</c>, <c>timedOut</c>, <c>needsAttention</c> or <c>cancelled</c>.</param>
public sealed record BatchResult(long Index, string State)
{
    /// <summary>The item's key.</summary>
    public string? Key { get; init; }

    /// <summary>The item's flow.</summary>
    public string? Flow { get; init; }

    /// <summary>Instance id of the item; null when it never started.</summary>
    public string? Id { get; init; }

    /// <summary>Output of the flow, sensitive members protected.</summary>
    public JsonElement? Output { get; init; }

    /// <summary>Why it did not end well.</summary>
    public FlowError? Error { get; init; }

    /// <summary>True when the item ended well.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsDone => State == "completed";

    /// <summary>True when a charge limit held the item back.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsHeld => State == "needsAttention" && Error?.Code == ErrorCodes.ChargeLimit;
}
