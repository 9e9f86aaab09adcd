using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>A reference file, by the service's names (an element of FileInfos).</summary>
public sealed record AigcFile
{
    /// <summary><c>File</c>, <c>Url</c> or <c>Base64</c>; told from what is given when absent.</summary>
    [JsonPropertyName("Type")]
    public string? Type { get; init; }

    /// <summary>FileId; a local path is uploaded first.</summary>
    [JsonPropertyName("FileId")]
    public string? FileId { get; init; }

    /// <summary>Link.</summary>
    [JsonPropertyName("Url")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? Url { get; init; }

    /// <summary>The file in Base64 without prefix.</summary>
    [JsonPropertyName("Base64")]
    public string? Base64 { get; init; }

    /// <summary>A text of its own, where the model takes one.</summary>
    [JsonPropertyName("Text")]
    public string? Text { get; init; }

    /// <summary><c>Image</c>, <c>Video</c> or <c>Audio</c> (video generation).</summary>
    [JsonPropertyName("Category")]
    public string? Category { get; init; }

    /// <summary><c>FirstFrame</c>, <c>Reference</c> or <c>LastFrame</c> (video generation).</summary>
    [JsonPropertyName("Usage")]
    public string? Usage { get; init; }

    /// <summary>What the reference is for, by the model's words.</summary>
    [JsonPropertyName("ReferenceType")]
    public string? ReferenceType { get; init; }

    /// <summary>Subject that it belongs to.</summary>
    [JsonPropertyName("ObjectId")]
    public string? ObjectId { get; init; }

    /// <summary>Voice.</summary>
    [JsonPropertyName("VoiceId")]
    public string? VoiceId { get; init; }

    /// <summary><c>Enabled</c> or <c>Disabled</c>.</summary>
    [JsonPropertyName("KeepOriginalSound")]
    public string? KeepOriginalSound { get; init; }
}
