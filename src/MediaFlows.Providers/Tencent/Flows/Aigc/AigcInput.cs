using System.ComponentModel;
using MediaFlows.Core.Media;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>What image and video generation share.</summary>
public abstract record AigcInput : TaskInput
{
    /// <summary>Model name, without its version.</summary>
    [Description("Model name, without its version.")]
    public string? Model { get; init; }

    /// <summary>Version; the model's default when absent.</summary>
    [Description("Version; the model's default when absent.")]
    public string? ModelVersion { get; init; }

    /// <summary>What to generate; needed without reference files.</summary>
    [Description("What to generate.")]
    public string? Prompt { get; init; }

    /// <summary>What not to generate.</summary>
    [Description("What not to generate.")]
    public string? NegativePrompt { get; init; }

    /// <summary>Whether the prompt is improved.</summary>
    [Description("Enabled or Disabled.")]
    public string? EnhancePrompt { get; init; }

    /// <summary>One reference file of the library; a local path is uploaded first.</summary>
    [Description("One reference file: its id, or a local path that is uploaded first.")]
    public string? FileId { get; init; }

    /// <summary>One reference file as a link.</summary>
    [Description("One reference file as a link.")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? FileUrl { get; init; }

    /// <summary>One reference file to upload.</summary>
    [Description("One reference file to upload.")]
    public MediaSource? Source { get; init; }

    /// <summary>Text of the one reference file.</summary>
    [Description("Text of the reference file, where the model takes one.")]
    public string? FileText { get; init; }

    /// <summary>Several reference files.</summary>
    [Description("Several reference files.")]
    public IReadOnlyList<AigcFile>? FileInfos { get; init; }

    /// <summary>Temporary (seven days) or Permanent.</summary>
    [Description("Temporary (seven days) or Permanent.")]
    public string? OutputStorageMode { get; init; }

    /// <summary>Name of the result, at most 64 characters.</summary>
    [Description("Name of the result, at most 64 characters.")]
    public string? OutputMediaName { get; init; }

    /// <summary>Class of the result.</summary>
    [Description("Class of the result.")]
    public long? OutputClassId { get; init; }

    /// <summary>When the result is deleted, ISO 8601.</summary>
    [Description("When the result is deleted, ISO 8601.")]
    public string? OutputExpireTime { get; init; }

    /// <summary>Resolution, in the model's spelling.</summary>
    [Description("Resolution.")]
    public string? OutputResolution { get; init; }

    /// <summary>Aspect ratio.</summary>
    [Description("Aspect ratio such as 16:9.")]
    public string? OutputAspectRatio { get; init; }

    /// <summary>Whether people may be generated.</summary>
    [Description("AllowAdult or Disallowed.")]
    public string? OutputPersonGeneration { get; init; }

    /// <summary>Content check of the input.</summary>
    [Description("Enabled or Disabled.")]
    public string? InputComplianceCheck { get; init; }

    /// <summary>Content check of the output.</summary>
    [Description("Enabled or Disabled.")]
    public string? OutputComplianceCheck { get; init; }

    /// <summary>Where it runs.</summary>
    [Description("Mainland or Oversea.")]
    public string? InputRegion { get; init; }

    /// <summary>Scene, by the model's words.</summary>
    [Description("Scene, by the model's words.")]
    public string? SceneType { get; init; }

    /// <summary>Seed.</summary>
    [Description("Seed.")]
    public long? Seed { get; init; }
}
