using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Output of <c>oss.blindwatermark-extract</c>, in the document's shape.</summary>
public sealed record OssExtractOutput
{
    /// <summary>Always true.</summary>
    public bool Success { get; init; } = true;

    /// <summary><c>info</c>.</summary>
    public string Mode { get; init; } = "info";

    /// <summary>Key of the source, or the redacted address of a temporary upload.</summary>
    public required string Source { get; init; }

    /// <summary>The text and the task.</summary>
    public required OssExtractData Data { get; init; }

    /// <summary>Task id.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>Request id.</summary>
    [JsonPropertyName("request_id")]
    public string? RequestId { get; init; }

    /// <summary>The operation as it was understood.</summary>
    public JsonNode? Operations { get; init; }
}
