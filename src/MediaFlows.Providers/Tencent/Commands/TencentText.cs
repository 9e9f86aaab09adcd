using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.Commands;

/// <summary>Outputs for people: one line per value, links always as Markdown links and never as bare text or code.</summary>
internal static class TencentText
{
    private static readonly string[] Head = ["TaskId", "TaskType", "Status", "Partial", "State", "Progress", "FileId", "SubAppId", "Definition", "OutputText", "Query", "Hint"];

    // What an analysis, a recognition or a review found is its result as much as files are.
    private static readonly string[] Findings = ["AiContentReviewResultSet", "AiAnalysisResultSet", "AiRecognitionResultSet"];

    /// <summary>The text for an output in any language; the words are the service's own.</summary>
    public static string Render(JsonNode output, string language)
    {
        if (output is not JsonObject json || (!json.ContainsKey("TaskId") && !json.ContainsKey("FileId"))) return TextLines.Of(output);
        var text = new StringBuilder();
        foreach (var name in Head)
            if (json.Text(name) is { } value) text.Append(name).Append(": ").AppendLine(value);
        foreach (var name in (string[])["MediaUrl", "CoverUrl"])
            if (json.Text(name) is { } url) text.AppendLine(TextLines.Link(name, url));
        foreach (var file in json.Objects("Files")) text.AppendLine(FileLine(file));
        if (FindingsOf(json["Detail"]?["ProcedureTask"]) is { Count: > 0 } found) text.AppendLine(TextLines.Of(found));
        foreach (var failure in json.Objects("Failures")) text.AppendLine($"{failure.Text("Type")}: {failure.Text("ErrCodeExt")} {failure.Text("Message")}");
        if (json["Error"] is JsonObject error) text.AppendLine($"Error: {error.Text("message")} {error.Text("hint")}");
        foreach (var name in (string[])["ElementIds", "UploadedFileIds", "Warnings"])
            if (json[name] is JsonArray values) text.Append(name).Append(": ").AppendLine(string.Join(", ", values.Select(v => v?.ToString())));
        return text.ToString().TrimEnd();
    }

    private static JsonObject FindingsOf(JsonNode? procedure)
    {
        var found = new JsonObject();
        foreach (var item in Findings.SelectMany(set => procedure.Objects(set)))
        {
            if (item.Select(m => m.Value).OfType<JsonObject>().FirstOrDefault()?["Output"] is not JsonObject { Count: > 0 } output) continue;
            var shown = (JsonObject)output.DeepClone();
            shown.Remove("SubtitleUrl"); // Among the files already.
            found[item.Text("Type") ?? "Result"] = shown;
        }

        return found;
    }

    private static string FileLine(JsonObject file)
    {
        var line = TextLines.Link(file.Text("Description") ?? "File", file.Text("FileUrl") ?? "");
        if (file.Text("FileId") is { } id) line += $" FileId {id}";
        return file.Text("ExpireTime") is { } until && !until.StartsWith("9999", StringComparison.Ordinal) ? line + $" until {until}" : line;
    }
}
