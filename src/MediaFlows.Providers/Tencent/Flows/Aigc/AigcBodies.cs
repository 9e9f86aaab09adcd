using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>Request members that image and video generation share.</summary>
internal static class AigcBodies
{
    public static (string Name, JsonNode? Value)[] Common(AigcInput input, JsonObject outputConfig) =>
    [
        ("ModelName", input.Model),
        ("ModelVersion", input.ModelVersion),
        ("Prompt", input.Prompt),
        ("NegativePrompt", input.NegativePrompt),
        ("EnhancePrompt", input.EnhancePrompt),
        ("FileInfos", VodJson.Array(input.FileInfos?.Select(File))),
        ("OutputConfig", outputConfig),
        ("InputRegion", input.InputRegion),
        ("SceneType", input.SceneType),
        ("Seed", input.Seed),
    ];

    public static (string Name, JsonNode? Value)[] Output(AigcInput input) =>
    [
        ("StorageMode", input.OutputStorageMode),
        ("MediaName", input.OutputMediaName),
        ("ClassId", input.OutputClassId),
        ("ExpireTime", input.OutputExpireTime),
        ("Resolution", input.OutputResolution),
        ("AspectRatio", input.OutputAspectRatio),
        ("PersonGeneration", input.OutputPersonGeneration),
        ("InputComplianceCheck", input.InputComplianceCheck),
        ("OutputComplianceCheck", input.OutputComplianceCheck),
    ];

    private static JsonObject File(AigcFile file) => VodJson.Object(
        ("Type", file.Type),
        ("FileId", file.FileId),
        ("Url", file.Url),
        ("Base64", file.Base64),
        ("Text", file.Text),
        ("Category", file.Category),
        ("Usage", file.Usage),
        ("ReferenceType", file.ReferenceType),
        ("ObjectId", file.ObjectId),
        ("VoiceId", file.VoiceId),
        ("KeepOriginalSound", file.KeepOriginalSound));
}
