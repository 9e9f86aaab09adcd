using System.Text.Json.Serialization;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Output of <c>oss.upload</c>, in the document's shape.</summary>
public sealed record OssUploadOutput
{
    /// <summary>Always true.</summary>
    public bool Success { get; init; } = true;

    /// <summary><c>upload</c>.</summary>
    public string Mode { get; init; } = "upload";

    /// <summary>Key stored under.</summary>
    [JsonPropertyName("target_key")]
    public required string TargetKey { get; init; }

    /// <summary>Bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Request id of the call that stored it; null when its answer was lost and the object was recognised by its checksum.</summary>
    [JsonPropertyName("request_id")]
    public string? RequestId { get; init; }
}
