using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Commands;

/// <summary>A JSON document as indented lines of names and values; addresses become Markdown links, JSON inside texts is opened.</summary>
internal static class TextLines
{
    public static string Of(JsonNode document)
    {
        var text = new StringBuilder();
        Write(text, document, "", "");
        return text.Length == 0 ? "(nothing)" : text.ToString().TrimEnd();
    }

    /// <summary>A Markdown link.</summary>
    public static string Link(string description, string url) => $"[{description}]({url})";

    private static void Write(StringBuilder text, JsonNode? node, string name, string indent)
    {
        switch (Opened(node))
        {
            case null or JsonArray { Count: 0 } or JsonObject { Count: 0 }:
                return;
            case JsonArray array when array.All(i => i is JsonValue or null):
                text.Append(indent).Append(Label(name)).AppendJoin(", ", array.Select((v, i) => Value(v, array.Count == 1 ? name : $"{name} {i + 1}"))).AppendLine();
                return;
            case JsonArray array:
                if (name.Length > 0) text.Append(indent).Append(name).AppendLine(":");
                foreach (var item in array) WriteItem(text, item, name.Length > 0 ? indent + "  " : indent);
                return;
            case JsonObject members:
                if (name.Length > 0) text.Append(indent).Append(name).AppendLine(":");
                foreach (var (member, value) in members) Write(text, value, member, name.Length > 0 ? indent + "  " : indent);
                return;
            case var value when IsLink(value):
                text.Append(indent).AppendLine(Link(name.Length > 0 ? name : "Link", value.ToString()));
                return;
            case var value:
                text.Append(indent).Append(Label(name)).AppendLine(value.ToString());
                return;
        }
    }

    // The first line of an item carries its dash.
    private static void WriteItem(StringBuilder text, JsonNode? item, string indent)
    {
        var lines = new StringBuilder();
        Write(lines, item, "", indent + "  ");
        if (lines.Length == 0) return;
        text.Append(indent).Append("- ").Append(lines.ToString().AsSpan(indent.Length + 2));
    }

    private static string Label(string name) => name.Length > 0 ? name + ": " : "";

    private static string Value(JsonNode? value, string name) => value is not null && IsLink(value) ? Link(name, value.ToString()) : value?.ToString() ?? "null";

    private static bool IsLink(JsonNode value) => value is JsonValue && value.GetValueKind() == JsonValueKind.String && FileReference.IsLink(value.ToString());

    private static JsonNode? Opened(JsonNode? node)
    {
        if (node is not JsonValue || node.GetValueKind() != JsonValueKind.String || node.ToString() is not ['{' or '[', ..] json) return node;
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return node;
        }
    }
}
