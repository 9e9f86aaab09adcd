using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;

namespace MediaFlows.Api.Start;

/// <summary>Answer of a dry run: what a run would record and ask of the provider.</summary>
/// <param name="Pipeline">Catalog name.</param>
/// <param name="Charged">True when a run makes at least one paid call.</param>
/// <param name="CostNotice">What is shown before it is started, or null.</param>
/// <param name="Input">The prepared input, redacted.</param>
/// <param name="Requests">The provider requests in order, redacted.</param>
public sealed record DryRunDocument(string Pipeline, bool Charged, string? CostNotice, JsonNode? Input, IReadOnlyList<PlannedRequest> Requests);
