using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.Tencent.Flows.Upload;

/// <summary>The new media, by the document's names.</summary>
public sealed record UploadOutput
{
    /// <summary>Id of the media.</summary>
    [JsonPropertyName("FileId")]
    public required string FileId { get; init; }

    /// <summary>Address of the media.</summary>
    [JsonPropertyName("MediaUrl")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? MediaUrl { get; init; }

    /// <summary>Address of the cover, where one was sent.</summary>
    [JsonPropertyName("CoverUrl")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? CoverUrl { get; init; }

    /// <summary>Sub-application of the media.</summary>
    [JsonPropertyName("SubAppId")]
    public long? SubAppId { get; init; }
}
