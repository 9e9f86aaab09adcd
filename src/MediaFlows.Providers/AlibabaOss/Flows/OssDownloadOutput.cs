using System.Text.Json.Serialization;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Output of <c>oss.download</c>, in the document's shape.</summary>
public sealed record OssDownloadOutput
{
    /// <summary>Always true.</summary>
    public bool Success { get; init; } = true;

    /// <summary><c>download</c>.</summary>
    public string Mode { get; init; } = "download";

    /// <summary>File or name in media storage that was written.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Lower-case hex SHA-256 of the bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Request id.</summary>
    [JsonPropertyName("request_id")]
    public string? RequestId { get; init; }
}
