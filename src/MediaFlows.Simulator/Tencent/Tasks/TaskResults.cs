using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.Cos;
using MediaFlows.Simulator.Tencent.State;
using MediaFlows.Simulator.Tencent.Vod;

namespace MediaFlows.Simulator.Tencent.Tasks;

/// <summary>Makes the results of tasks that are done: files that can be fetched, media in the library, elements.</summary>
internal static class TaskResults
{
    public static JsonObject Make(SimTask task, TencentState state)
    {
        if (task.Failed) return Files([]);
        return task.Kind.TaskType switch
        {
            "PullUpload" => Pulled(task, state),
            "AigcImageTask" => Generated(task, state, "aigcImageGenFile", "png", Count(task, "OutputConfig", "OutputImageCount")),
            "AigcVideoTask" or "SceneAigcVideoTask" => Generated(task, state, "aigcVideoGenFile", "mp4", 1),
            "SceneAigcImageTask" => Generated(task, state, "aigcImageGenFile", "png", Count(task.Request["SceneInfo"], "ProductImageConfig", "OutputImageCount")),
            "ProcessImageAsync" => ImageProcessed(task, state),
            "CreateAigcAdvancedCustomElement" => Element(task, state),
            "ImportMediaKnowledge" => Knowledge(task, state),
            _ => [],
        };
    }

    /// <summary>Stores a small file and returns its address.</summary>
    public static string Store(SimTask task, TencentState state, string name)
    {
        var path = $"/results/{task.Id}/{name}";
        var bytes = Encoding.UTF8.GetBytes($"{task.Id} {name}\n");
        state.Cloud.Files.WriteAsync(CosEndpoint.FileKey(path), bytes, CancellationToken.None).GetAwaiter().GetResult();
        return state.UrlOf(path);
    }

    private static JsonObject Generated(SimTask task, TencentState state, string stem, string type, int count)
    {
        if (task.Empty) return Files([]);
        var config = task.Request["OutputConfig"];
        var permanent = VodRequest.TextOf(config, "StorageMode") == "Permanent";
        var files = new List<JsonNode?>();
        for (var i = 0; i < count; i++)
        {
            var name = i == 0 ? $"{stem}.{type}" : $"{stem}{i}.{type}";
            var url = Store(task, state, name);
            var mediaName = permanent ? VodRequest.TextOf(config, "MediaName") : "";
            files.Add(new JsonObject
            {
                ["StorageMode"] = permanent ? "Permanent" : "Temporary",
                ["MediaName"] = mediaName,
                ["ClassId"] = 0,
                ["ExpireTime"] = permanent ? "9999-12-31T23:59:59Z" : TaskTimes.Iso(task.EndsAt.AddDays(7)),
                ["FileType"] = type,
                ["FileUrl"] = url,
                ["FileId"] = permanent ? Add(task, state, mediaName, type, url) : "",
                ["MetaData"] = permanent ? MediaFacts.MetaData(64) : null,
            });
        }

        return Files(files);
    }

    private static JsonObject ImageProcessed(SimTask task, TencentState state)
    {
        var input = task.Request["ImageTaskInput"];
        if (VodRequest.NumberOf(input, "Definition") == 14)
            return new JsonObject { ["FileInfo"] = null, ["OutputText"] = "A simulated description for: " + string.Join(" ", VodRequest.ListOf((input as JsonObject)?["ExtendedParameter"], "Prompts")) };
        var name = VodRequest.TextOf(task.Request["OutputConfig"], "MediaName");
        var url = Store(task, state, "image.png");
        return new JsonObject
        {
            ["FileInfo"] = new JsonObject
            {
                ["MediaName"] = name,
                ["ClassId"] = 0,
                ["ExpireTime"] = "9999-12-31T23:59:59Z",
                ["FileType"] = "png",
                ["FileUrl"] = url,
                ["FileId"] = Add(task, state, name, "png", url),
                ["MetaData"] = MediaFacts.MetaData(64),
            },
            ["OutputText"] = "",
        };
    }

    private static JsonObject Pulled(SimTask task, TencentState state)
    {
        var type = VodRequest.TextOf(task.Request, "MediaType") is { Length: > 0 } given ? given : Path.GetExtension(new Uri(VodRequest.TextOf(task.Request, "MediaUrl")).AbsolutePath).TrimStart('.');
        var url = Store(task, state, "f0." + type);
        var name = VodRequest.TextOf(task.Request, "MediaName") is { Length: > 0 } named ? named : "pulled";
        return new JsonObject { ["FileId"] = Add(task, state, name, type, url, "Upload"), ["FileUrl"] = url };
    }

    private static JsonObject Element(SimTask task, TencentState state)
    {
        var element = new SimElement(
            state.Ids.ElementId(),
            VodRequest.TextOf(task.Request, "ElementName"),
            VodRequest.TextOf(task.Request, "ElementDescription"),
            task.EndsAt);
        state.Elements.Add(element);
        return new JsonObject { ["InfoList"] = new JsonArray(new JsonObject { ["ElementId"] = element.Id, ["ElementInfo"] = "" }) };
    }

    private static JsonObject Knowledge(SimTask task, TencentState state)
    {
        state.Knowledge.Add(task.FileId!);
        return [];
    }

    private static string Add(SimTask task, TencentState state, string name, string type, string url, string source = "VideoProcessing")
    {
        var id = state.Ids.FileId();
        state.Media[id] = new SimMedia { FileId = id, SubAppId = task.SubAppId, Name = name, Type = type, StoragePath = new Uri(url).AbsolutePath, Url = url, Size = 64, SourceType = source, CreatedAt = task.EndsAt };
        return id;
    }

    private static int Count(SimTask task, string config, string member) => Count(task.Request, config, member);

    private static int Count(JsonNode? node, string config, string member) => (int)(VodRequest.NumberOf((node as JsonObject)?[config], member) ?? 1);

    private static JsonObject Files(IReadOnlyList<JsonNode?> files) => new() { ["FileInfos"] = new JsonArray([.. files]) };
}
