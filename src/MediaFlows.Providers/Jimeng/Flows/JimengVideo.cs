using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Jimeng.Api;

namespace MediaFlows.Providers.Jimeng.Flows;

/// <summary>Output of <see cref="JimengGenerateVideoFlow"/>: the document's machine result, and what its text card shows.</summary>
public sealed record JimengVideo
{
    /// <summary>True; a failure is an error whose document has <c>success: false</c>.</summary>
    [JsonPropertyName("success")]
    public bool Success { get; init; } = true;

    /// <summary>The service's task, as text.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>Where the MP4 is fetched; lives an hour by the interface page.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    [JsonPropertyName("video_url")]
    public required string VideoUrl { get; init; }

    /// <summary>The answer of the service.</summary>
    [JsonPropertyName("data")]
    public required JimengResult Data { get; init; }

    /// <summary>What the document's text card shows beside the link.</summary>
    [JsonPropertyName("generation_info")]
    public required JimengGenerationInfo GenerationInfo { get; init; }
}
