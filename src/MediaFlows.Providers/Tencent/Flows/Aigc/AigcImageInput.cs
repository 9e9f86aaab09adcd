using System.ComponentModel;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>Input of <c>tencent.aigc-image</c>.</summary>
public sealed record AigcImageInput : AigcInput
{
    /// <summary>Number of pictures, where the model makes several.</summary>
    [Description("Number of pictures, where the model makes several.")]
    public int? OutputImageCount { get; init; }

    /// <summary>Encoding of the picture.</summary>
    [Description("jpeg or png.")]
    public string? OutputFormat { get; init; }
}
