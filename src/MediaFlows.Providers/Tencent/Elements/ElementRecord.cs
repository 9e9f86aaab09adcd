using System.Text.Json.Serialization;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.Tencent.Elements;

/// <summary>A custom element that a flow created, by the document's names.</summary>
public sealed record ElementRecord
{
    /// <summary>UTC time of the submit.</summary>
    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>TaskId of the creation.</summary>
    [JsonPropertyName("task_id")]
    public required string TaskId { get; init; }

    /// <summary>Sub-application.</summary>
    [JsonPropertyName("sub_app_id")]
    public long? SubAppId { get; init; }

    /// <summary>Name.</summary>
    [JsonPropertyName("element_name")]
    public string? ElementName { get; init; }

    /// <summary>Description.</summary>
    [JsonPropertyName("element_description")]
    public string? ElementDescription { get; init; }

    /// <summary><c>video_refer</c> or <c>image_refer</c>.</summary>
    [JsonPropertyName("reference_type")]
    public string? ReferenceType { get; init; }

    /// <summary>Voice, or null.</summary>
    [JsonPropertyName("element_voice_id")]
    public string? ElementVoiceId { get; init; }

    /// <summary>JSON text of the clips, or null.</summary>
    [JsonPropertyName("element_video_list")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? ElementVideoList { get; init; }

    /// <summary>JSON text of the pictures, or null.</summary>
    [JsonPropertyName("element_image_list")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? ElementImageList { get; init; }

    /// <summary>JSON text of the tags, or null.</summary>
    [JsonPropertyName("tag_list")]
    public string? TagList { get; init; }

    /// <summary>The caller's own session, or null.</summary>
    [JsonPropertyName("session_id")]
    public string? SessionId { get; init; }

    /// <summary>What is echoed in the task, or null.</summary>
    [JsonPropertyName("session_context")]
    public string? SessionContext { get; init; }

    /// <summary>Place in the queue, or null.</summary>
    [JsonPropertyName("tasks_priority")]
    public int? TasksPriority { get; init; }

    /// <summary>The element's id once the task is done; what video generation takes.</summary>
    [JsonPropertyName("ElementId")]
    public string? ElementId { get; init; }
}
