using System.ComponentModel;

namespace MediaFlows.Providers.Tencent.Flows.Scenes;

/// <summary>Input of <c>tencent.scene-image</c>.</summary>
public sealed record SceneImageInput : SceneInput
{
    /// <summary>Clothes to put on (change_clothes), one to four.</summary>
    [Description("Clothes, one to four (change_clothes).")]
    public IReadOnlyList<string>? ClothesFiles { get; init; }

    /// <summary>Prompt of a clothes change.</summary>
    [Description("Prompt (change_clothes).")]
    public string? ChangePrompt { get; init; }

    /// <summary>Prompt of a product picture.</summary>
    [Description("Prompt (product_image).")]
    public string? ProductPrompt { get; init; }

    /// <summary>What a product picture must not show.</summary>
    [Description("What not to show (product_image).")]
    public string? NegativePrompt { get; init; }

    /// <summary>Description of the product.</summary>
    [Description("Description of the product (product_image).")]
    public string? ProductDesc { get; init; }

    /// <summary>Further wishes.</summary>
    [Description("Further wishes (product_image).")]
    public string? MoreRequirement { get; init; }

    /// <summary>Number of product pictures, 1 to 10.</summary>
    [Description("Number of pictures, 1 to 10 (product_image).")]
    public int? OutputImageCount { get; init; }

    /// <summary>Width in pixels (outpainting).</summary>
    [Description("Width in pixels (outpainting).")]
    public int? ImageWidth { get; init; }

    /// <summary>Height in pixels (outpainting).</summary>
    [Description("Height in pixels (outpainting).")]
    public int? ImageHeight { get; init; }

    /// <summary>Resolution (change_clothes).</summary>
    [Description("1K, 2K or 4K (change_clothes).")]
    public string? Resolution { get; init; }

    /// <summary>Encoding (change_clothes).</summary>
    [Description("JPEG or PNG (change_clothes).")]
    public string? EncodeFormat { get; init; }

    /// <summary>Quality, 1 to 100 (change_clothes).</summary>
    [Description("Quality, 1 to 100 (change_clothes).")]
    public int? EncodeQuality { get; init; }
}
