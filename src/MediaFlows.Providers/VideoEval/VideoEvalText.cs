using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Providers.VideoEval.Api;
using MediaFlows.Providers.VideoEval.Reports;

namespace MediaFlows.Providers.VideoEval;

/// <summary>What people read of each answer: prose, no raw JSON, no field name of the service.</summary>
internal static class VideoEvalText
{
    public static string Submitted(JsonNode output, string language)
    {
        var data = output["data"];
        var id = Word(data?["task_id"]) ?? "?";
        var count = Word(data?["submitted_video_count"]) ?? "?";
        var status = Word(data?["task_status"]);
        return language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ? $"评估任务已创建：{id}（{count} 个视频{(status is null ? "" : "，状态：" + status)}）。请稍后用 mediaflows videoeval show --task-id {id} 查看。"
            : $"Evaluation task {id} was created ({count} {(count == "1" ? "video" : "videos")}{(status is null ? "" : ", status " + status)}). Look at it later: mediaflows videoeval show --task-id {id}";
    }

    public static string List(JsonNode output, string language)
    {
        var words = ReportWords.In(language);
        if (output["data"]?["items"] is not JsonArray { Count: > 0 } items) return words.NoTasks;
        var text = new StringBuilder();
        foreach (var item in items)
        {
            text.Append(Word(item?["task_id"])).Append("  ").Append(Word(item?["name"]) ?? words.Unnamed).Append("  ").Append(Word(item?["status"]) ?? words.UnknownStatus);
            if (Word(item?["created_at"]) is { } created) text.Append($"  {words.Created} {created}");
            if (Word(item?["updated_at"]) is { } updated) text.Append($"  {words.Updated} {updated}");
            text.AppendLine();
        }

        return text.ToString().TrimEnd();
    }

    public static string Detail(JsonNode output, string language)
    {
        if (output["data"]?.Deserialize<TaskDetail>(RelaxedJson.Options) is not { } task) return Word(output["message"]) ?? "";
        return ReportRenderer.Render(task, language) ?? ReportRenderer.Status(task, language);
    }

    public static string Report(JsonNode output, string language) => Word(output["data"]?["report"]) ?? Word(output["message"]) ?? "";

    // One line: a name from the service must not break or colour the list.
    private static string? Word(JsonNode? node) =>
        node is null ? null : node is JsonValue v && v.GetValueKind() == JsonValueKind.String ? ReportLine(v.ToString()) : node.ToJsonString();

    private static string ReportLine(string text) => new([.. text.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c)]);
}
