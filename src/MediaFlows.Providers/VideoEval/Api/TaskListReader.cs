using System.Text.Json.Nodes;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>Normalises the task list: <c>list</c> must be an array, <c>page</c> an object or absent.</summary>
internal static class TaskListReader
{
    /// <summary>Reads it; null with a sentence in <paramref name="problem"/> when it is malformed.</summary>
    public static TaskList? Read(JsonNode? payload, out string? problem)
    {
        problem = null;
        if (payload is not JsonObject o || o["list"] is not JsonArray list) return Fail("list of tasks", out problem);
        if (o["page"] is not (null or JsonObject)) return Fail("readable page", out problem);
        var items = new List<TaskListItem>(list.Count);
        foreach (var row in list)
        {
            if (row is not JsonObject task || VideoEvalAnswer.IdText(task["id"]) is not { } id) return Fail("id in one of its tasks", out problem);
            items.Add(new TaskListItem
            {
                TaskId = id,
                Name = TaskDetailReader.Text(task["name"]),
                Status = TaskDetailReader.Text(task["status"]),
                CreatedAt = task["created_at"]?.DeepClone(),
                UpdatedAt = task["updated_at"]?.DeepClone(),
            });
        }

        return new TaskList { Items = items, Page = o["page"]?.DeepClone() };
    }

    private static TaskList? Fail(string what, out string? problem)
    {
        problem = what;
        return null;
    }
}
