namespace MediaFlows.Providers.Tencent.Words;

/// <summary>Every closed set of values of the document.</summary>
public static class TencentWords
{
    /// <summary>Where results are kept: seven days, or in the library.</summary>
    public static WireWord StorageMode { get; } = new("Temporary", "Permanent");

    /// <summary>Switches of generation.</summary>
    public static WireWord Switch { get; } = new("Enabled", "Disabled");

    /// <summary>Where a generation runs.</summary>
    public static WireWord InputRegion { get; } = new("Mainland", "Oversea", "OverseaUSWest");

    /// <summary>Camera movement of a product film.</summary>
    public static WireWord CameraMovement { get; } = new("AutoMatch", "ZoomIn", "ZoomOut", "GlideRight", "GlideLeft", "CraneDown");

    /// <summary>Whether people may be generated.</summary>
    public static WireWord PersonGeneration { get; } = new("AllowAdult", "Disallowed");

    /// <summary>Transcode quality.</summary>
    public static WireWord Quality { get; } = new("same", "hd", "sd", "flu");

    /// <summary>Remux container.</summary>
    public static WireWord TargetFormat { get; } = new("mp4", "hls");

    /// <summary>Kind of picture for enhance.</summary>
    public static WireWord EnhanceScene { get; } = new("general", "anime", "live_action");

    /// <summary>Resolution for enhance.</summary>
    public static WireWord EnhanceResolution { get; } = new("720", "1080", "2k", "4k");

    /// <summary>Scene of a scene transcode.</summary>
    public static WireWord TranscodeScene { get; } = new("short_drama", "ecommerce", "feed");

    /// <summary>Resolution of a scene transcode.</summary>
    public static WireWord TranscodeResolution { get; } = new("1080", "720", "480");

    /// <summary>What a scene transcode favours.</summary>
    public static WireWord TranscodePriority { get; } = new("best", "quality", "bitrate");

    /// <summary>How the position of a cover is given.</summary>
    public static WireWord PositionType { get; } = new("Time", "Percent");

    /// <summary>When the service notifies.</summary>
    public static WireWord NotifyMode { get; } = new("Finish", "Change", "None");

    /// <summary>Scenes of image generation.</summary>
    public static WireWord ImageScene { get; } = new("change_clothes", "product_image", "outpainting");

    /// <summary>Scenes of video generation.</summary>
    public static WireWord VideoScene { get; } = new("product_showcase");

    /// <summary>What a custom element is made from.</summary>
    public static WireWord ReferenceType { get; } = new("video_refer", "image_refer");

    /// <summary>Kinds of usage.</summary>
    public static WireWord UsageType { get; } = new("Text", "Image", "Video", "Audio", "SceneAigcVideo", "SceneAigcImage", "SceneAigcTime", "TextDetail");

    /// <summary>Strength of a super-resolution.</summary>
    public static WireWord SuperResolutionType { get; } = new("super", "standard");

    /// <summary>How the size of a super-resolution is given.</summary>
    public static WireWord SuperResolutionMode { get; } = new("percent", "fixed", "aspect");

    /// <summary>Encodings of a super-resolution.</summary>
    public static WireWord ImageFormat { get; } = new("JPEG", "PNG", "BMP", "WebP");

    /// <summary>Encodings of a clothes change.</summary>
    public static WireWord SceneImageFormat { get; } = new("JPEG", "PNG");

    /// <summary>Resolutions of a clothes change.</summary>
    public static WireWord SceneResolution { get; } = new("1K", "2K", "4K");

    /// <summary>Aspect ratios of scene images.</summary>
    public static WireWord SceneAspectRatio { get; } = new("1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "16:9", "9:16", "21:9");

    /// <summary>Aspect ratios of product films.</summary>
    public static WireWord FilmAspectRatio { get; } = new("16:9", "9:16");

    /// <summary>Parts of a media description.</summary>
    public static WireWord MediaFilter { get; } = new(
        "basicInfo", "metaData", "transcodeInfo", "animatedGraphicsInfo", "imageSpriteInfo", "snapshotByTimeOffsetInfo", "sampleSnapshotInfo", "keyFrameDescInfo",
        "adaptiveDynamicStreamingInfo", "miniProgramReviewInfo", "subtitleInfo", "reviewInfo", "mpsAiMediaInfo", "imageUnderstandingInfo");

    /// <summary>Categories of media.</summary>
    public static WireWord Category { get; } = new("Video", "Audio", "Image");

    /// <summary>Storage classes.</summary>
    public static WireWord StorageClass { get; } = new("STANDARD", "STANDARD_IA", "ARCHIVE", "DEEP_ARCHIVE");

    /// <summary>Whether media can be played.</summary>
    public static WireWord MediaStatus { get; } = new("Normal", "SystemForbidden", "Forbidden");

    /// <summary>What the content review found.</summary>
    public static WireWord ReviewResult { get; } = new("pass", "review", "block", "notModerated");

    /// <summary>Order of a listing.</summary>
    public static WireWord SortOrder { get; } = new("Desc", "Asc");

    /// <summary>What semantic search looks at.</summary>
    public static WireWord SemanticTask { get; } = new("AiAnalysis.DescriptionTask", "SmartSubtitle.AsrFullTextTask");

    /// <summary>How a reference file is given.</summary>
    public static WireWord FileType { get; } = new("File", "Url", "Base64");

    /// <summary>What a reference file is.</summary>
    public static WireWord FileCategory { get; } = new("Image", "Video", "Audio");

    /// <summary>What a reference file is for.</summary>
    public static WireWord FileUsage { get; } = new("FirstFrame", "Reference", "LastFrame");

    /// <summary>How much a chat model thinks.</summary>
    public static WireWord ReasoningEffort { get; } = new("none", "minimal", "low", "medium", "high", "xhigh");

    /// <summary>Form of a chat answer.</summary>
    public static WireWord ResponseFormat { get; } = new("text", "json", "json_schema");

    /// <summary>Moderation of a custom element.</summary>
    public static WireWord TrueFalse { get; } = new("True", "False");
}
