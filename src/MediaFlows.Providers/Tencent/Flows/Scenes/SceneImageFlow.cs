using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows.Scenes;

/// <summary>Makes pictures for a scene: other clothes (upstream now prefers ai_try_on, the document's scene is kept), product pictures, outpainting.</summary>
public sealed class SceneImageFlow : TencentTaskFlow<SceneImageInput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<SceneImageInput, TaskOutput> Ref = new("tencent.scene-image");

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Makes scene pictures in Tencent Cloud VOD: changed clothes, product pictures, outpainting.",
        Charged = true,
        CostNotice = CostNotices.Generation,
        Stages = Stages.All,
        ExampleInput = """{"sceneType":"product_image","inputFiles":["File:528548548798000001"],"productPrompt":"on a wooden table","subAppId":1500000001}""",
    };

    /// <inheritdoc/>
    protected override bool NeedsSubApp => true;

    /// <inheritdoc/>
    protected override ValueTask<SceneImageInput> CheckAsync(SceneImageInput input, InputChecks checks, CancellationToken cancellationToken) =>
        SceneImageChecks.CheckAsync(input, checks, cancellationToken);

    /// <inheritdoc/>
    protected override VodTaskRequest Request(SceneImageInput input)
    {
        var scene = new JsonObject { ["Type"] = input.SceneType };
        if (input.SceneType == "change_clothes")
            scene["ChangeClothesConfig"] = VodJson.Object(("ClothesFileInfos", SceneFiles.Build(input.ClothesFiles)), ("Prompt", input.ChangePrompt));
        if (input.SceneType == "product_image")
            scene["ProductImageConfig"] = VodJson.Object(
                ("Prompt", input.ProductPrompt), ("NegativePrompt", input.NegativePrompt), ("ProductDesc", input.ProductDesc), ("MoreRequirement", input.MoreRequirement), ("OutputImageCount", input.OutputImageCount));
        var output = VodJson.Object(
            ("StorageMode", input.OutputStorageMode),
            ("MediaName", input.MediaName),
            ("ClassId", input.ClassId),
            ("ExpireTime", input.ExpireTime),
            ("AspectRatio", input.AspectRatio),
            ("EncodeConfig", VodJson.Object(("Format", input.EncodeFormat), ("Quality", input.EncodeQuality))),
            ("ImageWidth", input.ImageWidth),
            ("ImageHeight", input.ImageHeight),
            ("Resolution", input.Resolution));
        var body = VodJson.Object(("SceneInfo", scene), ("FileInfos", SceneFiles.Build(input.InputFiles)), ("OutputConfig", output));
        return new VodTaskRequest("CreateSceneAigcImageTask", "SceneAigcImageTask", body) { DurationKey = $"{Ref.Name}/{input.SceneType}" };
    }

    /// <inheritdoc/>
    internal override WaitTimes Times(SceneImageInput input) => new(5, 600);
}
