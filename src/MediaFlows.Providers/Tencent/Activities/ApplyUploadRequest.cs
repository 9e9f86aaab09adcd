using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Input of <see cref="ApplyUpload"/>.</summary>
/// <param name="Body">Request members.</param>
/// <param name="Region">Region of the call, or null for the configured one.</param>
public sealed record ApplyUploadRequest(JsonObject Body, string? Region);
