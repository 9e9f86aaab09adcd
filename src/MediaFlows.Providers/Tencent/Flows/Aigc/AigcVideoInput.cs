using System.ComponentModel;
using System.Text.Json;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>Input of <c>tencent.aigc-video</c>.</summary>
public sealed record AigcVideoInput : AigcInput
{
    /// <summary>Length in seconds.</summary>
    [Description("Length in seconds.")]
    public int? OutputDuration { get; init; }

    /// <summary>Whether sound is generated.</summary>
    [Description("Enabled or Disabled.")]
    public string? OutputAudioGeneration { get; init; }

    /// <summary>Whether the picture is enhanced.</summary>
    [Description("Enabled or Disabled.")]
    public string? OutputEnhanceSwitch { get; init; }

    /// <summary>Whether it may run off-peak.</summary>
    [Description("Enabled or Disabled.")]
    public string? OutputOffPeak { get; init; }

    /// <summary>Whether frames are interpolated.</summary>
    [Description("Enabled or Disabled.")]
    public string? OutputFrameInterpolate { get; init; }

    /// <summary>Whether background music is added.</summary>
    [Description("Enabled or Disabled.")]
    public string? OutputEnableBgm { get; init; }

    /// <summary>The last frame, from the library; needs a first one.</summary>
    [Description("The last frame: an id, or a local path that is uploaded first.")]
    public string? LastFrameFileId { get; init; }

    /// <summary>The last frame, as a link; needs a first one.</summary>
    [Description("The last frame as a link.")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? LastFrameUrl { get; init; }

    /// <summary>Subjects, by the service's names; sent as they are.</summary>
    [Description("Subjects: a list of {Id, Name, VoiceId, ImageUrls, VideoUrls}.")]
    public JsonElement? SubjectInfos { get; init; }

    /// <summary>Custom elements, in the order in which the prompt numbers them.</summary>
    [Description("Ids of custom elements; the prompt names them <<<element_1>>>, <<<element_2>>> …")]
    public IReadOnlyList<string>? ElementIds { get; init; }

    /// <summary>Task flow that the service runs on the video.</summary>
    [Description("Task flow that the service runs on the video.")]
    public string? Procedure { get; init; }
}
