using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Polling;

/// <summary>What one status call told.</summary>
/// <param name="State">Pending, done or failed, judged by the provider's table; an unknown word is pending.</param>
public sealed record PollAnswer(PollState State)
{
    /// <summary>The provider's own status word.</summary>
    public string? ProviderState { get; init; }

    /// <summary>0 to 100 where the provider says it.</summary>
    public double? Percent { get; init; }

    /// <summary>The job's result when done (also partial results where a provider reports them).</summary>
    public JsonNode? Result { get; init; }

    /// <summary>Why it failed.</summary>
    public FlowError? Error { get; init; }
}
