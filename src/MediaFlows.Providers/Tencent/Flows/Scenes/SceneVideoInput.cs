using System.ComponentModel;

namespace MediaFlows.Providers.Tencent.Flows.Scenes;

/// <summary>Input of <c>tencent.scene-video</c>.</summary>
public sealed record SceneVideoInput : SceneInput
{
    /// <summary>Camera movement.</summary>
    [Description("AutoMatch, ZoomIn, ZoomOut, GlideRight, GlideLeft or CraneDown.")]
    public string? CameraMovement { get; init; }

    /// <summary>Length in seconds.</summary>
    [Description("4, 6 or 8 seconds.")]
    public int? Duration { get; init; }

    /// <summary>What the film should show.</summary>
    [Description("What the film should show.")]
    public string? Prompt { get; init; }
}
