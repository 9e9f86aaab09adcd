using System.Text.Json.Serialization;

namespace MediaFlows.Providers.Jimeng.Flows;

/// <summary>The block <c>Generation Info</c> of the document's text card.</summary>
public sealed record JimengGenerationInfo
{
    /// <summary>The prompt, or null.</summary>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; init; }

    /// <summary>Seconds that were asked for.</summary>
    [JsonPropertyName("duration")]
    public required int Duration { get; init; }

    /// <summary>Mode.</summary>
    [JsonPropertyName("mode")]
    public required string Mode { get; init; }

    /// <summary>Frames a second that were asked for; the service makes 24.</summary>
    [JsonPropertyName("fps")]
    public required int Fps { get; init; }

    /// <summary>File, or <c>blob:</c> and the blob's name, where the video was saved; null when it was not.</summary>
    [JsonPropertyName("save_path")]
    public string? SavePath { get; init; }

    /// <summary>Bytes that were saved.</summary>
    [JsonPropertyName("saved_bytes")]
    public long? SavedBytes { get; init; }

    /// <summary>Lower-case hex SHA-256 of what was saved.</summary>
    [JsonPropertyName("saved_sha256")]
    public string? SavedSha256 { get; init; }
}
