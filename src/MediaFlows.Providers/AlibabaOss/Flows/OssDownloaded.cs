using System.Text.Json.Serialization;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>One downloaded result; either <see cref="Path"/> or <see cref="Error"/> is set.</summary>
/// <param name="Key">Key in OSS.</param>
public sealed record OssDownloaded(string Key)
{
    /// <summary>What was written.</summary>
    public string? Path { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Request id.</summary>
    [JsonPropertyName("request_id")]
    public string? RequestId { get; init; }

    /// <summary>Why it could not be downloaded.</summary>
    public string? Error { get; init; }
}
