using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MediaFlows.Providers.Tencent.Flows;

/// <summary>What came of a task, by the service's names.</summary>
public sealed record TaskOutput
{
    /// <summary>TaskId.</summary>
    [JsonPropertyName("TaskId")]
    public required string TaskId { get; init; }

    /// <summary>Kind of task.</summary>
    [JsonPropertyName("TaskType")]
    public string? TaskType { get; init; }

    /// <summary>The service's status word; <c>SUBMITTED</c> when the flow did not wait.</summary>
    [JsonPropertyName("Status")]
    public required string Status { get; init; }

    /// <summary>The media that was worked on: given, or uploaded by this flow.</summary>
    [JsonPropertyName("FileId")]
    public string? FileId { get; init; }

    /// <summary>FileIds of files that this flow uploaded first.</summary>
    [JsonPropertyName("UploadedFileIds")]
    public IReadOnlyList<string>? UploadedFileIds { get; init; }

    /// <summary>True when some results are there and others failed; <see cref="Failures"/> says which.</summary>
    [JsonPropertyName("Partial")]
    public bool? Partial { get; init; }

    /// <summary>Results that failed.</summary>
    [JsonPropertyName("Failures")]
    public IReadOnlyList<ResultFailure>? Failures { get; init; }

    /// <summary>Files that came out.</summary>
    [JsonPropertyName("Files")]
    public IReadOnlyList<ResultFile>? Files { get; init; }

    /// <summary>Text that came out.</summary>
    [JsonPropertyName("OutputText")]
    public string? OutputText { get; init; }

    /// <summary>Ids of created elements.</summary>
    [JsonPropertyName("ElementIds")]
    public IReadOnlyList<string>? ElementIds { get; init; }

    /// <summary>The template that was found or made for the settings of an enlargement.</summary>
    [JsonPropertyName("Definition")]
    public long? Definition { get; init; }

    /// <summary>How to ask for the task when the flow did not wait.</summary>
    [JsonPropertyName("Query")]
    public string? Query { get; init; }

    /// <summary>What was odd about the input.</summary>
    [JsonPropertyName("Warnings")]
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>The task as the service describes it, without members of other kinds.</summary>
    [JsonPropertyName("Detail")]
    public JsonNode? Detail { get; init; }
}
