using System.ComponentModel;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Elements;

/// <summary>Input of <c>tencent.custom-element</c>.</summary>
public sealed record CustomElementInput : TaskInput
{
    /// <summary>Name, at most 20 characters.</summary>
    [Description("Name, at most 20 characters.")]
    public string? ElementName { get; init; }

    /// <summary>Description, at most 100 characters; needed.</summary>
    [Description("Description, at most 100 characters.")]
    public string? ElementDescription { get; init; }

    /// <summary><c>video_refer</c> or <c>image_refer</c>.</summary>
    [Description("video_refer or image_refer.")]
    public string? ReferenceType { get; init; }

    /// <summary>Voice; with video_refer only.</summary>
    [Description("Voice; with video_refer only.")]
    public string? ElementVoiceId { get; init; }

    /// <summary>JSON text: <c>{"refer_videos":[{"video_url":"https://…"}]}</c>, one clip of 3 to 8 s.</summary>
    [Description("""JSON text {"refer_videos":[{"video_url":"https://…"}]}; one clip of 3 to 8 seconds.""")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? ElementVideoList { get; init; }

    /// <summary>JSON text: <c>{"frontal_image":"https://…","refer_images":[{"image_url":"https://…"}]}</c>, one to three others.</summary>
    [Description("""JSON text {"frontal_image":"https://…","refer_images":[{"image_url":"https://…"}]}; one to three others.""")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? ElementImageList { get; init; }

    /// <summary>JSON text: <c>[{"tag_id":"o_101"}]</c>.</summary>
    [Description("""JSON text [{"tag_id":"o_101"}].""")]
    public string? TagList { get; init; }

    /// <summary><c>True</c> leaves the content check out, where the element library allows it.</summary>
    [Description("True or False.")]
    public string? DisableModeration { get; init; }
}
