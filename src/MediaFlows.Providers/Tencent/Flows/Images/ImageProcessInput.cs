using System.ComponentModel;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Images;

/// <summary>Input of <c>tencent.image-process</c>.</summary>
public sealed record ImageProcessInput : MediaTaskInput
{
    /// <summary><c>super-resolution</c>, <c>template</c> or <c>understand</c>.</summary>
    [Description("super-resolution, template (denoising and other enhancements) or understand.")]
    public string? Operation { get; init; }

    /// <summary>Link of the picture; sent as it is.</summary>
    [Description("Link of the picture.")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? Url { get; init; }

    /// <summary>The picture in Base64 without prefix, at most 4 MB.</summary>
    [Description("The picture in Base64 without prefix, at most 4 MB.")]
    public string? Base64 { get; init; }

    /// <summary>An existing template; replaces the options of super-resolution.</summary>
    [Description("An existing template; replaces the options of super-resolution.")]
    public long? TemplateId { get; init; }

    /// <summary>How the size is given; percent when absent.</summary>
    [Description("percent, fixed or aspect; percent when absent.")]
    public string? Mode { get; init; }

    /// <summary>Factor of each side; 2.0 when absent.</summary>
    [Description("Factor of each side; 2.0 when absent.")]
    public double? Percent { get; init; }

    /// <summary>Width in pixels (fixed).</summary>
    [Description("Width in pixels, at most 4096 (fixed).")]
    public int? Width { get; init; }

    /// <summary>Height in pixels (fixed).</summary>
    [Description("Height in pixels, at most 4096 (fixed).")]
    public int? Height { get; init; }

    /// <summary>Longer side in pixels (aspect).</summary>
    [Description("Longer side in pixels (aspect).")]
    public int? LongSide { get; init; }

    /// <summary>Shorter side in pixels (aspect).</summary>
    [Description("Shorter side in pixels (aspect).")]
    public int? ShortSide { get; init; }

    /// <summary>Strength; super when absent.</summary>
    [Description("super or standard; super when absent.")]
    public string? SrType { get; init; }

    /// <summary>Encoding of the result.</summary>
    [Description("JPEG, PNG, BMP or WebP.")]
    public string? OutputFormat { get; init; }

    /// <summary>Quality of the encoding, 1 to 100.</summary>
    [Description("Quality, 1 to 100.")]
    public int? OutputQuality { get; init; }

    /// <summary>What to ask about the picture.</summary>
    [Description("What to ask about the picture (understand).")]
    public string? Prompt { get; init; }

    /// <summary>Model of understanding.</summary>
    [Description("Model (understand).")]
    public string? Model { get; init; }

    /// <summary>Name of the result, at most 64 characters.</summary>
    [Description("Name of the result, at most 64 characters.")]
    public string? OutputName { get; init; }

    /// <summary>Class of the result.</summary>
    [Description("Class of the result.")]
    public long? ClassId { get; init; }

    /// <summary>When the result is deleted, ISO 8601.</summary>
    [Description("When the result is deleted, ISO 8601.")]
    public string? ExpireTime { get; init; }
}
