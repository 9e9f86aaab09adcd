using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Submissions;

/// <summary>Output of a charged submit activity.</summary>
public sealed record SubmitReceipt
{
    /// <summary>The provider's job id; null when the outcome is unknown.</summary>
    public string? JobId { get; init; }

    /// <summary>Set when the outcome is unknown and nobody decided yet, or a charge limit holds the submit back.</summary>
    public FlowError? Attention { get; init; }

    /// <summary>Instance id of the limiter that has to admit the step first; nothing was called or recorded yet.</summary>
    public string? Limiter { get; init; }

    /// <summary>True when the job was adopted instead of submitted by this run.</summary>
    public bool Adopted { get; init; }

    /// <summary>How long such jobs took before, in seconds, where that is known.</summary>
    public double? TypicalSeconds { get; init; }

    /// <summary>Other values of the provider's answer that the flow needs.</summary>
    public JsonNode? Details { get; init; }
}
