using System.Text.Json.Nodes;

namespace MediaFlows.Core.Submissions;

/// <summary>What a provider client returns from an accepted submit.</summary>
/// <param name="JobId">The provider's job id.</param>
/// <param name="Details">Other values that the flow needs, or null. They are not in the ledger: an adopted job comes without them.</param>
public sealed record Submitted(string JobId, JsonNode? Details = null);
