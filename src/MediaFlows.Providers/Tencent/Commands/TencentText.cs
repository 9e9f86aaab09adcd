using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.Commands;

/// <summary>Outputs for people: one line per value, links always as Markdown links and never as bare text or code.</summary>
internal static class TencentText
{
    private static readonly string[] Head = ["TaskId", "TaskType", "Status", "State", "Progress", "FileId", "SubAppId", "Definition", "OutputText", "Query", "Hint"];

    /// <summary>The text for an output in any language; the words are the service's own.</summary>
    public static string Render(JsonNode output, string language)
    {
        if (output is JsonObject chat && chat.Objects("choices").FirstOrDefault()?["message"].Text("content") is { } said) return said;
        if (output is not JsonObject json || (!json.ContainsKey("TaskId") && !json.ContainsKey("FileId"))) return Links(output);
        var text = new StringBuilder();
        foreach (var name in Head)
            if (json.Text(name) is { } value) text.Append(name).Append(": ").AppendLine(value);
        foreach (var name in (string[])["MediaUrl", "CoverUrl"])
            if (json.Text(name) is { } url) text.AppendLine(Link(name, url));
        foreach (var file in json.Objects("Files")) text.AppendLine(FileLine(file));
        foreach (var failure in json.Objects("Failures")) text.AppendLine($"{failure.Text("Type")}: {failure.Text("ErrCodeExt")} {failure.Text("Message")}");
        foreach (var name in (string[])["ElementIds", "UploadedFileIds", "Warnings"])
            if (json[name] is JsonArray values) text.Append(name).Append(": ").AppendLine(string.Join(", ", values.Select(v => v?.ToString())));
        return text.ToString().TrimEnd();
    }

    /// <summary>A Markdown link.</summary>
    public static string Link(string description, string url) => $"[{description}]({url})";

    private static string FileLine(JsonObject file)
    {
        var line = Link(file.Text("Description") ?? "File", file.Text("FileUrl") ?? "");
        if (file.Text("FileId") is { } id) line += $" FileId {id}";
        return file.Text("ExpireTime") is { } until && !until.StartsWith("9999", StringComparison.Ordinal) ? line + $" until {until}" : line;
    }

    // Other answers are shown as JSON, followed by their links.
    private static string Links(JsonNode output)
    {
        var text = new StringBuilder(output.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        foreach (var (name, url) in Urls(output, "").Take(100)) text.AppendLine().Append(Link(name, url));
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Url)> Urls(JsonNode? node, string name) => node switch
    {
        JsonObject o => o.SelectMany(m => Urls(m.Value, m.Key)),
        JsonArray a => a.SelectMany(i => Urls(i, name)),
        JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.String && v.ToString() is { } text && Flows.Inputs.FileReference.IsLink(text) => [(name, text)],
        _ => [],
    };
}
