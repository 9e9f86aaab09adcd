using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Output of <c>oss.process</c>, in the document's shape; members that a mode does not have are absent.</summary>
public sealed record OssProcessOutput
{
    /// <summary>True unless verification found a difference.</summary>
    public bool Success { get; init; } = true;

    /// <summary><c>url</c>, <c>download</c>, <c>save</c> or <c>info</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Key of the source, or the redacted address of a temporary upload.</summary>
    public required string Source { get; init; }

    /// <summary>Bucket of the source, or of a saved result.</summary>
    public required string Bucket { get; init; }

    /// <summary>Signed URL: whole for the flow's owner, redacted elsewhere.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? Url { get; init; }

    /// <summary>Lifetime of <see cref="Url"/> in seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int? ExpiresIn { get; init; }

    /// <summary>What was written by a download.</summary>
    public string? Path { get; init; }

    /// <summary>Bytes of the result, where known.</summary>
    public long? Size { get; init; }

    /// <summary>Lower-case hex SHA-256 of a download.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Key of a saved result.</summary>
    [JsonPropertyName("target_key")]
    public string? TargetKey { get; init; }

    /// <summary>Answer of an operation that reads.</summary>
    public JsonNode? Data { get; init; }

    /// <summary>Request id.</summary>
    [JsonPropertyName("request_id")]
    public string? RequestId { get; init; }

    /// <summary>The operations as they were understood.</summary>
    public JsonNode? Operations { get; init; }

    /// <summary>The process string that was sent.</summary>
    [JsonPropertyName("process_string")]
    public string? ProcessString { get; init; }

    /// <summary>Remarks that did not stop the request.</summary>
    [JsonPropertyName("validation_warnings")]
    public IReadOnlyList<string>? ValidationWarnings { get; init; }

    /// <summary>Requested against verified values.</summary>
    public OssVerification? Verification { get; init; }

    /// <summary>Key of a temporary blind watermark result that a URL points to.</summary>
    [JsonPropertyName("temp_key")]
    public string? TempKey { get; init; }

    /// <summary>Days after which the bucket's lifecycle removes <see cref="TempKey"/>.</summary>
    [JsonPropertyName("auto_cleanup_days")]
    public int? AutoCleanupDays { get; init; }

    /// <summary>How <see cref="TempKey"/> is removed.</summary>
    public string? Cleanup { get; init; }

    /// <summary><c>created</c>, <c>updated</c> or <c>unchanged</c>.</summary>
    [JsonPropertyName("lifecycle_status")]
    public string? LifecycleStatus { get; init; }
}
