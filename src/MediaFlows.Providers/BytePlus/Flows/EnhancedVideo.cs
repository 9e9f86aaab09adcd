using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.BytePlus.Flows;

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
