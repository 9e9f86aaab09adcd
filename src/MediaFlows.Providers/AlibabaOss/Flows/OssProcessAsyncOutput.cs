using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Output of <c>oss.process-async</c>, in the document's shape.</summary>
public sealed record OssProcessAsyncOutput
{
    /// <summary>True unless a check of the result found a real difference.</summary>
    public bool Success { get; init; } = true;

    /// <summary><c>async</c>.</summary>
    public string Mode { get; init; } = "async";

    /// <summary>Task id.</summary>
    [JsonPropertyName("task_id")]
    public string? TaskId { get; init; }

    /// <summary>Request id of the submit, or of the last status call for an adopted job.</summary>
    [JsonPropertyName("request_id")]
    public string? RequestId { get; init; }

    /// <summary>Event id of the task.</summary>
    [JsonPropertyName("event_id")]
    public string? EventId { get; init; }

    /// <summary>Key of the source, or the redacted address of a temporary upload.</summary>
    public required string Source { get; init; }

    /// <summary>Key of the result.</summary>
    [JsonPropertyName("target_key")]
    public required string TargetKey { get; init; }

    /// <summary>Bucket of the result.</summary>
    public required string Bucket { get; init; }

    /// <summary><c>completed</c> or <c>submitted</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Whole seconds from start to end.</summary>
    [JsonPropertyName("elapsed_seconds")]
    public long? ElapsedSeconds { get; init; }

    /// <summary>Bytes of a single result.</summary>
    public long? Size { get; init; }

    /// <summary>Keys of the frames of <c>video/snapshots</c>, in order.</summary>
    [JsonPropertyName("generated_keys")]
    public IReadOnlyList<string>? GeneratedKeys { get; init; }

    /// <summary>Number of frames.</summary>
    [JsonPropertyName("file_count")]
    public int? FileCount { get; init; }

    /// <summary>Results that were also downloaded.</summary>
    public IReadOnlyList<OssDownloaded>? Downloaded { get; init; }

    /// <summary>The operations as they were understood.</summary>
    public JsonNode? Operations { get; init; }

    /// <summary>The process string that was sent, without its target.</summary>
    [JsonPropertyName("process_string")]
    public string? ProcessString { get; init; }

    /// <summary>Remarks that did not stop the job.</summary>
    [JsonPropertyName("validation_warnings")]
    public IReadOnlyList<string>? ValidationWarnings { get; init; }

    /// <summary>A real difference between the result and what was asked for.</summary>
    [JsonPropertyName("validation_error")]
    public string? ValidationError { get; init; }

    /// <summary>Requested against verified values.</summary>
    public OssVerification? Verification { get; init; }
}
