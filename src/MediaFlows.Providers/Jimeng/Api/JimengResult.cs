using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>The <c>data</c> of an answered query.</summary>
public sealed record JimengResult
{
    /// <summary><c>in_queue</c>, <c>generating</c>, <c>done</c>, <c>not_found</c>, <c>expired</c>, or a word of later days.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>Where the MP4 is fetched; lives an hour by the interface page. Empty until done.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    [JsonPropertyName("video_url")]
    public string? VideoUrl { get; init; }

    /// <summary>True when the mark was written into the video.</summary>
    [JsonPropertyName("aigc_meta_tagged")]
    public bool? AigcMetaTagged { get; init; }
}
