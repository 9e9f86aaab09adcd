using System.ComponentModel;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Scenes;

/// <summary>What scene generation of pictures and films shares.</summary>
public abstract record SceneInput : TaskInput
{
    /// <summary>Scene.</summary>
    [Description("Scene.")]
    public string? SceneType { get; init; }

    /// <summary>Pictures, as <c>File:id</c>, <c>File:path</c> or <c>Url:link</c>.</summary>
    [Description("Pictures: File:<id>, File:<local path> or Url:<link>.")]
    public IReadOnlyList<string>? InputFiles { get; init; }

    /// <summary>Temporary (seven days) or Permanent.</summary>
    [Description("Temporary (seven days) or Permanent.")]
    public string? OutputStorageMode { get; init; }

    /// <summary>Name of the result, at most 64 characters.</summary>
    [Description("Name of the result, at most 64 characters.")]
    public string? MediaName { get; init; }

    /// <summary>Class of the result.</summary>
    [Description("Class of the result.")]
    public long? ClassId { get; init; }

    /// <summary>When the result is deleted, ISO 8601.</summary>
    [Description("When the result is deleted, ISO 8601.")]
    public string? ExpireTime { get; init; }

    /// <summary>Aspect ratio.</summary>
    [Description("Aspect ratio such as 16:9.")]
    public string? AspectRatio { get; init; }
}
