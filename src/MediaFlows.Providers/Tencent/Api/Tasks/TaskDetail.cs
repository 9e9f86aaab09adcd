using System.Text.Json.Nodes;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Providers.Tencent.Api.Tasks;

/// <summary>An answer of DescribeTaskDetail, reduced to what is there: members that are null for other kinds of tasks are gone.</summary>
public sealed class TaskDetail
{
    private static readonly string[] Sets = ["MediaProcessResultSet", "AiContentReviewResultSet", "AiAnalysisResultSet", "AiRecognitionResultSet"];

    private TaskDetail(JsonObject document, TaskKind kind)
    {
        Document = document;
        Kind = kind;
    }

    /// <summary>The answer without nulls and without its RequestId.</summary>
    public JsonObject Document { get; }

    /// <summary>What kind of task it is.</summary>
    public TaskKind Kind { get; }

    /// <summary>Top-level status word.</summary>
    public string Status => Document.Text("Status") ?? "";

    /// <summary>The task itself, or null while the service does not show it.</summary>
    public JsonObject? Task => Document[Kind.Member] as JsonObject;

    /// <summary>0 to 100, where the service says it.</summary>
    public double? Progress => Task.Number("Progress") ?? (Items.Count == 0 ? null : Items.Count(i => i.Status != "PROCESSING") * 100.0 / Items.Count);

    /// <summary>Results of a procedure; empty for other kinds.</summary>
    public IReadOnlyList<ResultItem> Items => [.. Sets.SelectMany(s => Task.Objects(s)).Select(Item)];

    /// <summary>Generated files.</summary>
    public IEnumerable<JsonObject> FileInfos => (Task?["Output"]).Objects("FileInfos");

    /// <summary>Reads an answer; members of any kind may be there.</summary>
    public static TaskDetail Read(JsonObject response)
    {
        var document = new JsonObject();
        foreach (var (name, value) in response)
            if (value is not null && name != "RequestId") document[name] = Copy(name, value, echoed: false);
        return new TaskDetail(document, TaskKind.Of(document.Text("TaskType") ?? ""));
    }

    // The service echoes the request as Input; links that were given in it may be signed.
    private static JsonNode? Copy(string name, JsonNode? node, bool echoed) => node switch
    {
        JsonObject o => new JsonObject(o.Select(m => new KeyValuePair<string, JsonNode?>(m.Key, Copy(m.Key, m.Value, echoed || name == "Input")))),
        JsonArray a => new JsonArray([.. a.Select(i => Copy("", i, echoed || name == "Input"))]),
        JsonValue v when echoed && v.GetValueKind() == System.Text.Json.JsonValueKind.String => SignedUrls.RedactAll(v.ToString()),
        _ => node?.DeepClone(),
    };

    private static ResultItem Item(JsonObject item)
    {
        var type = item.Text("Type") ?? "";
        var body = item.FirstOrDefault(m => m.Key != "Type" && m.Value is JsonObject).Value;
        return new ResultItem(type, body.Text("Status") ?? "")
        {
            ErrCodeExt = body.Text("ErrCodeExt") ?? (body.Number("ErrCode") is { } code and not 0 ? code.ToString() : null),
            Message = body.Text("Message"),
            Output = body?["Output"]?.DeepClone(),
        };
    }
}
