using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>A finished enhancement, in the document's own shape.</summary>
public sealed record EnhanceOutput
{
    /// <summary><c>Success</c>.</summary>
    [JsonPropertyName("Status")]
    public required string Status { get; init; }

    /// <summary>Space of the result.</summary>
    [JsonPropertyName("SpaceName")]
    public required string SpaceName { get; init; }

    /// <summary>The enhanced videos.</summary>
    [JsonPropertyName("VideoUrls")]
    public required IReadOnlyList<EnhancedVideo> VideoUrls { get; init; }

    /// <summary>Part of the document's shape; enhancements make none.</summary>
    [JsonPropertyName("AudioUrls")]
    public IReadOnlyList<JsonNode> AudioUrls { get; init; } = [];

    /// <summary>Part of the document's shape; enhancements make none.</summary>
    [JsonPropertyName("Texts")]
    public IReadOnlyList<JsonNode> Texts { get; init; } = [];
}
