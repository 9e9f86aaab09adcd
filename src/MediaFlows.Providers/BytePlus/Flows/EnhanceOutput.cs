using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;

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

/// <summary>One enhanced video.</summary>
public sealed record EnhancedVideo
{
    /// <summary>File id.</summary>
    [JsonPropertyName("FileId")]
    public required string FileId { get; init; }

    /// <summary>Path in the space.</summary>
    [JsonPropertyName("DirectUrl")]
    public required string DirectUrl { get; init; }

    /// <summary><c>directurl://</c> and the path: what other flows take.</summary>
    [JsonPropertyName("Source")]
    public required string Source { get; init; }

    /// <summary>Where it plays, possibly signed; empty when the space has no way to play.</summary>
    [JsonPropertyName("Url")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public required string Url { get; init; }
}
