using System.Text.Json.Nodes;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>The outcome of a verification: a read-only call on the saved object.</summary>
/// <param name="Matches">True when every checked property has its requested value.</param>
/// <param name="Checks">The properties that could be compared.</param>
/// <param name="Properties">What the call answered.</param>
public sealed record OssVerification(bool Matches, IReadOnlyList<OssVerifiedProperty> Checks, JsonNode? Properties)
{
    /// <summary>Said when nothing of the request shows in the properties, so that a match is not taken for a check.</summary>
    public string? Note { get; init; }
}
