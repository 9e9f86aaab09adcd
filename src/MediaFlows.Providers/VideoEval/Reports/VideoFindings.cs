using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Providers.VideoEval.Reports;

/// <summary>The statements about one video, gathered from results whose structure is not published.</summary>
internal sealed class VideoFindings
{
    // Results are a few levels deep; a document that is deeper is not read to its ground.
    private const int Deepest = 12;

    private static readonly string[] LabelNames = ["label", "name", "title", "option", "desc", "description"];
    private static readonly string[] AmountNames = ["value", "count", "percent", "percentage", "ratio", "rate", "score"];

    private readonly Dictionary<Finding, List<string>> _found = [];

    private VideoFindings(string video) => Video = video;

    /// <summary>The video's name.</summary>
    public string Video { get; }

    /// <summary>Statements of one kind, in the service's order, each once.</summary>
    public IReadOnlyList<string> this[Finding finding] => _found.TryGetValue(finding, out var list) ? list : [];

    /// <summary>True when there is nothing to say.</summary>
    public bool IsEmpty => _found.Count == 0;

    /// <summary>Gathers the items of a task by video, in the order of their first appearance.</summary>
    public static IReadOnlyList<VideoFindings> Read(IEnumerable<JsonNode> detail)
    {
        var videos = new List<VideoFindings>();
        foreach (var item in detail.OfType<JsonObject>())
        {
            var tab = item["sub_tab"];
            var name = (tab is JsonValue v && v.GetValueKind() == JsonValueKind.String ? ReportName(v.ToString()) : tab?.ToJsonString()) ?? "";
            var video = videos.Find(f => f.Video == name);
            if (video is null) videos.Add(video = new VideoFindings(name));
            foreach (var (key, value) in item)
                if (key is not ("key" or "sub_tab" or "id" or "type")) video.Walk(key, value, Finding.Remark, labels: null, depth: 0);
        }

        return videos;
    }

    private void Walk(string name, JsonNode? node, Finding inherited, JsonObject? labels, int depth)
    {
        if (depth > Deepest) return;
        var finding = FindingWords.Of(name, inherited);
        switch (node)
        {
            case JsonObject o when LabelledAmount(o) is { } line:
                Add(finding, line);
                break;
            case JsonObject o:
                var own = o["field_desc"] as JsonObject ?? labels;
                foreach (var (key, value) in o)
                    if (key != "field_desc") Walk(key, value, finding, own, depth + 1);
                break;
            case JsonArray a:
                foreach (var value in a) Walk("", value, finding, labels, depth + 1);
                break;
            case JsonValue v:
                Leaf(name, v, finding, labels);
                break;
        }
    }

    private void Leaf(string name, JsonValue value, Finding finding, JsonObject? labels)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String when ReportText.Clean(value.ToString()) is { } text:
                Add(finding, Label(name, labels) is { } label && finding == Finding.Remark ? $"{label}: {text}" : text);
                break;
            // A bare number says nothing without a label, and the member's own name is not shown.
            case JsonValueKind.Number when Label(name, labels) is { } meaning:
                Add(finding, $"{meaning}: {value}");
                break;
            case JsonValueKind.Number when finding == Finding.Score:
                Add(finding, value.ToString());
                break;
        }
    }

    // What the service itself says of a member, or the member's name when it is plainly meant for people.
    private static string? Label(string name, JsonObject? labels)
    {
        if (labels?[name] is JsonValue said && said.GetValueKind() == JsonValueKind.String) return ReportText.Clean(said.ToString());
        return name.Any(c => c > 127 || c == ' ') ? ReportText.Clean(name) : null;
    }

    private static string? LabelledAmount(JsonObject o)
    {
        var label = LabelNames.Select(n => o[n]).OfType<JsonValue>().FirstOrDefault(v => v.GetValueKind() == JsonValueKind.String);
        var amount = AmountNames.Select(n => o[n]).OfType<JsonValue>().FirstOrDefault(v => v.GetValueKind() == JsonValueKind.Number);
        return o.Count <= 3 && label is not null && amount is not null && ReportText.Clean(label.ToString()) is { } text ? $"{text}: {amount}" : null;
    }

    private static string? ReportName(string name) => new string([.. name.Where(c => !char.IsControl(c))]).Trim() is { Length: > 0 } clean ? clean : null;

    private void Add(Finding finding, string text)
    {
        if (!_found.TryGetValue(finding, out var list)) _found[finding] = list = [];
        if (!list.Contains(text, StringComparer.Ordinal)) list.Add(text);
    }
}
