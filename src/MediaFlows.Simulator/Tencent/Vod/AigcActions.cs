using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.Tasks;

namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>Generation of images, videos, scenes and custom elements.</summary>
internal static class AigcActions
{
    private static readonly HashSet<string> ImageModels = new(StringComparer.Ordinal) { "Hunyuan", "Qwen", "Vidu", "Kling", "MJ", "GEM", "GG", "OG", "SI" };
    private static readonly HashSet<string> VideoModels = new(StringComparer.Ordinal) { "Hailuo", "Kling", "Jimeng", "Vidu", "Hunyuan", "Mingmou", "GV", "OS", "PixVerse" };
    private static readonly HashSet<string> ImageScenes = new(StringComparer.Ordinal) { "change_clothes", "product_image", "outpainting", "ai_try_on" };

    public static JsonObject Image(VodRequest request) => Generate(request, TaskKind.AigcImage, ImageModels);

    public static JsonObject Video(VodRequest request) => Generate(request, TaskKind.AigcVideo, VideoModels);

    public static JsonObject SceneImage(VodRequest request)
    {
        var type = VodRequest.TextOf(request.Body["SceneInfo"], "Type");
        if (!ImageScenes.Contains(type)) throw new VodException("InvalidParameterValue", $"SceneInfo.Type {type} is invalid.");
        if (request.Body["FileInfos"] is not JsonArray { Count: > 0 }) throw new VodException("InvalidParameter", "FileInfos is empty.");
        if (type == "change_clothes" && (request.Body["SceneInfo"]!["ChangeClothesConfig"] as JsonObject)?["ClothesFileInfos"] is not JsonArray { Count: >= 1 and <= 4 })
            throw new VodException("InvalidParameter", "ClothesFileInfos needs 1 to 4 files.");
        return TaskIntake.Answer(TaskIntake.Submit(request, TaskKind.SceneImage, type));
    }

    public static JsonObject SceneVideo(VodRequest request)
    {
        if (VodRequest.TextOf(request.Body["SceneInfo"], "Type") != "product_showcase") throw new VodException("InvalidParameterValue", "SceneInfo.Type is invalid.");
        return TaskIntake.Answer(TaskIntake.Submit(request, TaskKind.SceneVideo, "product_showcase"));
    }

    public static JsonObject Element(VodRequest request)
    {
        if (request.Text("ElementName").Length is 0 or > 20 || request.Text("ElementDescription").Length is 0 or > 100) throw new VodException("InvalidParameterValue", "Name or description is missing or too long.");
        var list = request.Text("ReferenceType") switch
        {
            "video_refer" => request.Text("ElementVideoList"),
            "image_refer" => request.Text("ElementImageList"),
            _ => throw new VodException("InvalidParameterValue", "ReferenceType is invalid."),
        };
        if (!IsJson(list)) throw new VodException("InvalidParameterValue", "The list of references is no JSON text.");
        return TaskIntake.Answer(TaskIntake.Submit(request, TaskKind.Element, request.Text("ElementName")));
    }

    private static JsonObject Generate(VodRequest request, TaskKind kind, HashSet<string> models)
    {
        var model = request.Text("ModelName");
        if (!models.Contains(model)) throw new VodException("InvalidParameterValue", $"ModelName {model} is invalid");
        var files = request.Body["FileInfos"] as JsonArray ?? [];
        if (request.Text("Prompt").Length == 0 && files.Count == 0) throw new VodException("InvalidParameter", "Prompt or FileInfos must be given.");
        foreach (var file in files.Where(f => VodRequest.TextOf(f, "Type") is "File" or ""))
            if (VodRequest.TextOf(file, "FileId") is { Length: > 0 } id) request.RequireMedia(id);
        if (request.Text("ExtInfo") is { Length: > 0 } ext && !IsJson(ext)) throw new VodException("InvalidParameter", "ExtInfo is no JSON text.");
        return TaskIntake.Answer(TaskIntake.Submit(request, kind, request.Text("Prompt")));
    }

    private static bool IsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
