using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.Tencent.Flows;

/// <summary>One file that came out of a task.</summary>
public sealed record ResultFile
{
    /// <summary>What it is, for people: kind of result and member.</summary>
    [JsonPropertyName("Description")]
    public required string Description { get; init; }

    /// <summary>Its address; temporary ones are valid for seven days.</summary>
    [JsonPropertyName("FileUrl")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public required string FileUrl { get; init; }

    /// <summary>Its FileId when it is kept in the library.</summary>
    [JsonPropertyName("FileId")]
    public string? FileId { get; init; }

    /// <summary>When a temporary address ends, as the service says.</summary>
    [JsonPropertyName("ExpireTime")]
    public string? ExpireTime { get; init; }
}
