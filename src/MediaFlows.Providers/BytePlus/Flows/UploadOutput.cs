using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>An uploaded asset, in the document's own shape.</summary>
public sealed record UploadOutput
{
    /// <summary>Asset id.</summary>
    [JsonPropertyName("Vid")]
    public required string Vid { get; init; }

    /// <summary><c>vid://</c> and the asset id: what other flows take.</summary>
    [JsonPropertyName("Source")]
    public required string Source { get; init; }

    /// <summary>Where it plays, possibly signed; empty when the space has no way to play.</summary>
    [JsonPropertyName("PlayURL")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public required string PlayUrl { get; init; }

    /// <summary>Cover, or empty.</summary>
    [JsonPropertyName("PosterUri")]
    public required string PosterUri { get; init; }

    /// <summary>Path in the space.</summary>
    [JsonPropertyName("FileName")]
    public required string FileName { get; init; }

    /// <summary>Space.</summary>
    [JsonPropertyName("SpaceName")]
    public required string SpaceName { get; init; }

    /// <summary>What was given as source.</summary>
    [JsonPropertyName("SourceUrl")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public required string SourceUrl { get; init; }

    /// <summary>Job id of a URL pull; absent for uploaded files.</summary>
    [JsonPropertyName("JobId")]
    public string? JobId { get; init; }
}
