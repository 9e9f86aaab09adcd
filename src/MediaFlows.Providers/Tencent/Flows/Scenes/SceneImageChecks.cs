using MediaFlows.Core.Errors;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Flows.Scenes;

/// <summary>The rules of scene pictures: each scene has its own prompt and its own options.</summary>
internal static class SceneImageChecks
{
    private const int MostClothes = 4;
    private const int MostViews = 10;

    public static async ValueTask<SceneImageInput> CheckAsync(SceneImageInput input, InputChecks checks, CancellationToken cancellationToken)
    {
        var scene = checks.Word(TencentWords.ImageScene, "sceneType", checks.Ask(
            input.SceneType, "sceneType", "What kind of picture?", [new("A person in other clothes", "change_clothes"), new("Product pictures", "product_image"), new("A picture with more around it", "outpainting")]));
        if (input.InputFiles is not { Count: > 0 }) checks.Ask(null, "inputFiles", "Which pictures should it be made from? Write File: before an id or a file, Url: before a link.");
        checks.Length("mediaName", input.MediaName, 64);
        checks.Time("expireTime", input.ExpireTime);
        checks.Range("outputImageCount", input.OutputImageCount, 1, MostViews);
        checks.Range("encodeQuality", input.EncodeQuality, 1, 100);
        checks.JsonObject("extInfo", input.ExtInfo);
        if (scene is not null) CheckScene(input, scene, checks);
        return input with
        {
            SceneType = scene,
            InputFiles = await SceneFiles.CheckAsync("inputFiles", input.InputFiles, checks, cancellationToken),
            ClothesFiles = await SceneFiles.CheckAsync("clothesFiles", input.ClothesFiles, checks, cancellationToken),
            OutputStorageMode = checks.Word(TencentWords.StorageMode, "outputStorageMode", input.OutputStorageMode),
            AspectRatio = checks.Word(TencentWords.SceneAspectRatio, "aspectRatio", input.AspectRatio),
            Resolution = checks.Word(TencentWords.SceneResolution, "resolution", input.Resolution),
            EncodeFormat = checks.Word(TencentWords.SceneImageFormat, "encodeFormat", input.EncodeFormat),
        };
    }

    private static void CheckScene(SceneImageInput input, string scene, InputChecks checks)
    {
        var files = input.InputFiles?.Count ?? 0;
        checks.RefuseIf(
            scene == "product_image" ? files > MostViews : files > 1,
            "inputFiles",
            scene == "product_image" ? $"At most {MostViews} views of one product are taken." : $"{scene} takes exactly one picture.");
        OnlyFor("change_clothes", "clothesFiles", input.ClothesFiles is not null);
        OnlyFor("change_clothes", "changePrompt", input.ChangePrompt is not null);
        OnlyFor("change_clothes", "resolution", input.Resolution is not null);
        OnlyFor("change_clothes", "encodeFormat", input.EncodeFormat is not null || input.EncodeQuality is not null);
        OnlyFor("product_image", "productPrompt", input.ProductPrompt is not null);
        OnlyFor("product_image", "negativePrompt", input.NegativePrompt is not null);
        OnlyFor("product_image", "productDesc", input.ProductDesc is not null || input.MoreRequirement is not null);
        OnlyFor("product_image", "outputImageCount", input.OutputImageCount is not null);
        OnlyFor("outpainting", "imageWidth", input.ImageWidth is not null || input.ImageHeight is not null);
        if (scene != "change_clothes") return;
        if (input.ClothesFiles is not { Count: > 0 }) checks.Ask(null, "clothesFiles", "Which clothes should the person wear? Write File: before an id or a file, Url: before a link.");
        checks.RefuseIf(input.ClothesFiles?.Count > MostClothes, "clothesFiles", $"At most {MostClothes} pictures of clothes are taken.");

        void OnlyFor(string owner, string field, bool given) => checks.RefuseIf(given && scene != owner, field, $"{field} belongs to {owner}, not to {scene}.");
    }
}
