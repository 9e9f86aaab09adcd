using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>Normalises a task's detail: a JSON string that holds an array, an array, or nothing.</summary>
internal static class TaskDetailReader
{
    private const string WantedKey = "video_structured_result";

    /// <summary>Reads it; null with a sentence in <paramref name="problem"/> when it is malformed.</summary>
    public static TaskDetail? Read(JsonObject task, string taskId, out string? problem)
    {
        if (!TryItems(task["detail"], out var items, out problem)) return null;
        var wanted = items.OfType<JsonObject>()
            .Where(i => i["key"] is JsonValue key && key.ToString() == WantedKey && i["sub_tab"] is not null)
            .Select(i => i.DeepClone())
            .ToList();
        var status = Text(task["status"]);
        return new TaskDetail
        {
            TaskId = taskId,
            TaskStatus = status,
            Detail = wanted,
            FilteredDetailCount = wanted.Count,
            TellsPrompt = task.ContainsKey("prompt"),
            Summary = new TaskSummary
            {
                TaskId = taskId,
                Status = status,
                Name = Text(task["name"]),
                Prompt = Text(task["prompt"]),
                Result = task["result"]?.DeepClone(),
                UpdatedAt = task["updated_at"]?.DeepClone(),
            },
        };
    }

    /// <summary>A value as text; null for null.</summary>
    internal static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value => value.ToString(),
        _ => node.ToJsonString(),
    };

    private static bool TryItems(JsonNode? detail, out JsonArray items, out string? problem)
    {
        items = [];
        problem = null;
        if (detail is JsonValue value && value.GetValueKind() == JsonValueKind.String)
        {
            var text = value.ToString();
            if (text.Length == 0) return true;
            try
            {
                detail = JsonNode.Parse(text);
            }
            catch (JsonException)
            {
                problem = "readable detail (it is a string that holds no JSON)";
                return false;
            }
        }

        switch (detail)
        {
            case null:
                return true;
            case JsonArray array:
                items = array;
                return true;
            default:
                problem = "readable detail (it is neither a list nor empty)";
                return false;
        }
    }
}
