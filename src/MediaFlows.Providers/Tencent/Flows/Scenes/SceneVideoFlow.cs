using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Flows.Scenes;

/// <summary>Makes a film that shows a product.</summary>
public sealed class SceneVideoFlow : TencentTaskFlow<SceneVideoInput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<SceneVideoInput, TaskOutput> Ref = new("tencent.scene-video");

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Makes product films in Tencent Cloud VOD.",
        Charged = true,
        CostNotice = CostNotices.Generation,
        Stages = Stages.All,
        ExampleInput = """{"sceneType":"product_showcase","inputFiles":["File:528548548798000001"],"cameraMovement":"AutoMatch","duration":4,"subAppId":1500000001}""",
    };

    /// <inheritdoc/>
    protected override bool NeedsSubApp => true;

    /// <inheritdoc/>
    protected override async ValueTask<SceneVideoInput> CheckAsync(SceneVideoInput input, InputChecks checks, CancellationToken cancellationToken)
    {
        if (input.InputFiles is not { Count: > 0 }) checks.Ask(null, "inputFiles", "Which pictures show the product? Write File: before an id or a file, Url: before a link.");
        checks.RefuseIf(input.Duration is not (null or 4 or 6 or 8), "duration", $"A product film is 4, 6 or 8 seconds long, not {input.Duration}.");
        checks.Length("mediaName", input.MediaName, 64);
        checks.Time("expireTime", input.ExpireTime);
        checks.JsonObject("extInfo", input.ExtInfo);
        return input with
        {
            SceneType = checks.Word(TencentWords.VideoScene, "sceneType", input.SceneType ?? "product_showcase"),
            InputFiles = await SceneFiles.CheckAsync("inputFiles", input.InputFiles, checks, cancellationToken),
            CameraMovement = checks.Word(TencentWords.CameraMovement, "cameraMovement", input.CameraMovement),
            OutputStorageMode = checks.Word(TencentWords.StorageMode, "outputStorageMode", input.OutputStorageMode),
            AspectRatio = checks.Word(TencentWords.FilmAspectRatio, "aspectRatio", input.AspectRatio),
        };
    }

    /// <inheritdoc/>
    protected override VodTaskRequest Request(SceneVideoInput input)
    {
        var scene = VodJson.Object(("Type", input.SceneType), ("ProductShowcaseConfig", VodJson.Object(("CameraMovement", input.CameraMovement))));
        var output = VodJson.Object(
            ("StorageMode", input.OutputStorageMode),
            ("MediaName", input.MediaName),
            ("ClassId", input.ClassId),
            ("ExpireTime", input.ExpireTime),
            ("AspectRatio", input.AspectRatio),
            ("Duration", input.Duration));
        var body = VodJson.Object(("SceneInfo", scene), ("FileInfos", SceneFiles.Build(input.InputFiles)), ("OutputConfig", output), ("Prompt", input.Prompt));
        return new VodTaskRequest("CreateSceneAigcVideoTask", "SceneAigcVideoTask", body) { DurationKey = $"{Ref.Name}/{input.Duration}" };
    }

    /// <inheritdoc/>
    internal override WaitTimes Times(SceneVideoInput input) => new(10, 1800);
}
