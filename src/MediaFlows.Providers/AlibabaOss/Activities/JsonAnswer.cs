using System.Text.Json.Nodes;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>A JSON answer.</summary>
/// <param name="Data">The answer.</param>
/// <param name="RequestId">Request id.</param>
public sealed record JsonAnswer(JsonNode? Data, string? RequestId);
