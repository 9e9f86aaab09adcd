using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Tasks;

namespace MediaFlows.Providers.Tencent.Flows;

/// <summary>Finds the files in a finished task.</summary>
internal static class ResultFiles
{
    private static readonly string[] Addresses = ["Url", "CoverUrl", "WebVttUrl", "SubtitleUrl"];

    public static IReadOnlyList<ResultFile> Of(TaskDetail detail)
    {
        var files = detail.Items.SelectMany(i => Outputs(i.Type, i.Output)).ToList();
        foreach (var (number, info) in detail.FileInfos.Index()) Add(files, $"{detail.Kind.TaskType} {number + 1}", info);
        if (detail.Task?["Output"]?["FileInfo"] is JsonObject single) Add(files, detail.Kind.TaskType, single);
        if (detail.Kind.TaskType == "PullUpload" && detail.Task is { } pull) Add(files, "Media", pull);
        return files;
    }

    private static IEnumerable<ResultFile> Outputs(string type, JsonNode? output)
    {
        foreach (var name in Addresses)
            if (output.Text(name) is { } url) yield return new ResultFile { Description = name == "Url" ? type : $"{type} {name}", FileUrl = url, FileId = output.Text("FileId") };
        if (output?["ImageUrlSet"] is JsonArray images)
            foreach (var (number, url) in images.Index()) yield return new ResultFile { Description = $"{type} {number + 1}", FileUrl = url!.ToString() };
        foreach (var (number, picture) in output.Objects("PicInfoSet").Index())
            if (picture.Text("Url") is { } url) yield return new ResultFile { Description = $"{type} {number + 1}", FileUrl = url };
    }

    private static void Add(List<ResultFile> files, string description, JsonObject info)
    {
        if (info.Text("FileUrl") is { } url)
            files.Add(new ResultFile { Description = description, FileUrl = url, FileId = info.Text("FileId"), ExpireTime = info.Text("ExpireTime") });
    }
}
