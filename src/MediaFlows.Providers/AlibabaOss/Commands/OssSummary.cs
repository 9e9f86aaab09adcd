using System.Text;
using System.Text.Json.Nodes;

namespace MediaFlows.Providers.AlibabaOss.Commands;

/// <summary>The document's summary for people, in Chinese and in English. Values are copied as they are; missing ones are left out.</summary>
internal static class OssSummary
{
    public static string Render(JsonNode output, string language)
    {
        var zh = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
        var text = new StringBuilder(zh ? "处理结果如下：" : "Result summary:").Append('\n');
        Line(text, zh ? "状态" : "Status", (bool?)output["success"] == true ? (zh ? "成功" : "Success") : (zh ? "失败" : "Failed"));
        Line(text, zh ? "请求 ID" : "RequestID", Text(output["request_id"]) ?? "N/A");
        Line(text, zh ? "任务 ID" : "Task ID", Text(output["task_id"]));
        Line(text, zh ? "源文件" : "Source", Text(output["source"]));
        Line(text, zh ? "输出" : "Output", Text(output["path"]) ?? Text(output["url"]) ?? Text(output["target_key"]) ?? (output["data"] is { } data ? data.ToJsonString() : null));
        Line(text, zh ? "参数" : "Params", Parameters(output["operations"]));
        Line(text, zh ? "文件大小" : "File Size", Text(output["size"]));
        if (Text(output["target_key"]) is { } key && Text(output["bucket"]) is { } bucket) Line(text, zh ? "OSS 路径" : "OSS Path", $"oss://{bucket}/{key}");
        foreach (var warning in output["validation_warnings"] as JsonArray ?? []) Line(text, zh ? "警告" : "Warning", Text(warning));
        Line(text, zh ? "校验错误" : "Validation Error", Text(output["validation_error"]));
        foreach (var check in output["verification"]?["checks"] as JsonArray ?? [])
            Line(text, zh ? "校验" : "Verified", zh
                ? $"{Text(check!["property"])} 请求 {Text(check["requested"])}，实际 {Text(check["verified"])}"
                : $"{Text(check!["property"])} requested {Text(check["requested"])}, found {Text(check["verified"])}");
        Line(text, zh ? "校验" : "Verified", output["verification"]?["note"] is { } note ? (zh ? "请求的内容无法从结果属性中比较" : Text(note)) : null);
        return text.ToString().TrimEnd('\n');
    }

    public static string RenderSetup(JsonNode output, string language)
    {
        var zh = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
        var text = new StringBuilder(zh ? "处理结果如下：" : "Result summary:").Append('\n');
        Line(text, zh ? "状态" : "Status", (bool?)output["success"] == true ? (zh ? "成功" : "Success") : (zh ? "失败" : "Failed"));
        Line(text, zh ? "项目" : "Project", Text(output["project_name"]));
        foreach (var step in output["steps"] as JsonArray ?? []) Line(text, Text(step!["step"])!, $"{Text(step["status"])}: {Text(step["message"])}");
        return text.ToString().TrimEnd('\n');
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (value is not null) text.Append("- ").Append(name).Append(": ").Append(value).Append('\n');
    }

    private static string? Text(JsonNode? node) => node?.ToString();

    private static string? Parameters(JsonNode? operations) => operations is not JsonArray { Count: > 0 } list ? null : string.Join(" → ", list.Select(o =>
        o!["params"] is JsonObject { Count: > 0 } p ? $"{o["name"]}({string.Join(", ", p.Select(v => $"{v.Key}={(v.Value is JsonArray ? v.Value.ToJsonString() : v.Value)}"))})" : o["name"]!.ToString()));
}
