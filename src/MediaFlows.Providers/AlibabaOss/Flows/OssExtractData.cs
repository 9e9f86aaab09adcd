using System.Text.Json.Serialization;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>What an extraction found.</summary>
/// <param name="Content">The text as the service gives it; empty when there was none.</param>
/// <param name="TaskId">Task id.</param>
public sealed record OssExtractData(string Content, [property: JsonPropertyName("task_id")] string TaskId);
