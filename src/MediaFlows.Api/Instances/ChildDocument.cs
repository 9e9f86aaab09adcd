using System.Text.Json.Nodes;
using MediaFlows.Core.Client;

namespace MediaFlows.Api.Instances;

/// <summary>A sub-orchestration in its parent's status document.</summary>
/// <param name="Id">Instance id.</param>
/// <param name="Pipeline">Catalog name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Progress">Its custom status.</param>
public sealed record ChildDocument(string Id, string Pipeline, FlowStatus State, JsonNode? Progress);
