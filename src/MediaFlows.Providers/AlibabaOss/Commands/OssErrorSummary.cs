using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Commands;

/// <summary>
/// The document's summary for a request that failed, in Chinese and in English. What went wrong is copied word for word; for the cases of the document's
/// recovery table the advice is in the reader's language.
/// </summary>
internal static class OssErrorSummary
{
    public static string Render(JsonObject error, string language)
    {
        var zh = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
        var document = error["document"] as JsonObject;
        var text = new StringBuilder(zh ? "处理结果如下：" : "Result summary:").Append('\n');
        Line(text, zh ? "状态" : "Status", State((string?)error["state"], zh));
        Line(text, zh ? "请求 ID" : "RequestID", Text(error["providerRequestId"]) ?? Text(document?["request_id"]) ?? "N/A");
        Line(text, zh ? "任务 ID" : "Task ID", Text(document?["task_id"]));
        var fields = (error["errors"] as JsonObject ?? []).SelectMany(f => f.Value as JsonArray ?? [], (f, message) => $"{f.Key}: {message}").ToList();
        // The sentence only joins what is said of the fields.
        foreach (var problem in fields is [] ? [Text(error["error"]) ?? ""] : fields) Line(text, zh ? "错误" : "Error", problem);
        foreach (var question in error["questions"] as JsonArray ?? [])
        {
            Line(text, zh ? "请选择" : "Choose", Text(question!["text"]));
            foreach (var option in question["options"] as JsonArray ?? []) Line(text, Text(option!["value"])!, Text(option["label"]));
        }

        Line(text, zh ? "建议" : "Hint", (zh ? Chinese(error) : null) ?? Text(error["hint"]));
        Line(text, zh ? "错误码" : "Code", Text(error["code"]));
        return text.ToString().TrimEnd('\n');
    }

    private static string State(string? state, bool zh) => state switch
    {
        "timedOut" => zh ? "超时" : "Timed out",
        "cancelled" => zh ? "已取消" : "Cancelled",
        "needsAttention" => zh ? "需要人工确认" : "Needs attention",
        _ => zh ? "失败" : "Failed",
    };

    private static string? Chinese(JsonObject error)
    {
        if (Text(error["hint"]) == RefusalStreak.Advice)
            return "连续两次被拒绝：请停止重试，先检查配置。运行 mediaflows doctor oss（凭证、存储空间、地域、权限、IMM 绑定），改正它指出的问题后再开始。";
        if (error["questions"] is JsonArray { Count: > 0 }) return "请用 --alignment first、second 或 custom 重新开始；选择 custom 时在操作中给出参数值。未提交任何任务。";
        return Text(error["providerCode"]) switch
        {
            "NoSuchKey" => "源文件不存在。请检查源文件的 key，或先上传：mediaflows oss upload。",
            "NoSuchBucket" => "请检查存储空间和地域（ALIBABA_CLOUD_OSS_BUCKET、ALIBABA_CLOUD_OSS_REGION）。",
            "AccessDenied" => "RAM 策略缺少此调用所需的权限。请运行 mediaflows doctor oss，并与文档中的权限列表对照。",
            "InvalidArgument" => "请对照文档检查操作的拼写、参数和组合。",
            "Imm Client" => "存储空间未绑定 IMM 项目。请先运行 mediaflows oss imm-setup。",
            _ => Text(error["code"]) switch
            {
                ErrorCodes.FeatureNotAllowed => "存储空间未绑定 IMM 项目或权限不足。请先运行 mediaflows oss imm-setup 和 mediaflows doctor oss。",
                ErrorCodes.CredentialsMissing => "未找到凭证。请配置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET，或使用阿里云命令行（configure）登录，或使用 ECS 的 RAM 角色。",
                ErrorCodes.CredentialsRefused => "请检查凭证：mediaflows doctor oss 会显示凭证的来源。",
                ErrorCodes.InvalidInput when error["state"] is null => "请改正上述问题后重新发送；未启动任何任务。",
                ErrorCodes.PollTimedOut => "任务仍在云端运行。请恢复该流程继续等待同一任务，不会重复提交。",
                _ => null,
            },
        };
    }

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (value is not null) text.Append("- ").Append(name).Append(": ").Append(value).Append('\n');
    }

    private static string? Text(JsonNode? node) => node?.ToString();
}
