using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.Tasks;

namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>DescribeTaskDetail and DescribeTasks.</summary>
internal static class TaskActions
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    public static JsonObject Detail(VodRequest request)
    {
        var id = request.Text("TaskId");
        if (!request.State.Tasks.TryGetValue(id, out var task) || task.SubAppId != request.SubAppId) throw new VodException("InvalidParameterValue.TaskId", $"The task {id} does not exist.");
        if (request.State.Now - task.CreatedAt > Kept) throw new VodException("ResourceNotFound", "Tasks are kept for three days.");
        return TaskViews.Detail(task, request.State);
    }

    public static JsonObject List(VodRequest request)
    {
        var state = request.State;
        var limit = (int)(request.Number("Limit") ?? 10);
        var from = int.TryParse(request.Text("ScrollToken"), out var at) ? at : 0;
        var after = DateTimeOffset.TryParse(VodRequest.TextOf(request.Body["CreateTime"], "After"), out var a) ? a : DateTimeOffset.MinValue;
        // New tasks are listed a little late at the real service: knob "taskListLagSeconds".
        var visible = state.Now - TimeSpan.FromSeconds(state.Cloud.Knob("taskListLagSeconds", 0));
        var all = state.Tasks.Values.Where(t =>
            t.SubAppId == request.SubAppId
            && t.CreatedAt <= visible
            && t.CreatedAt >= after
            && (request.Text("FileId") is not { Length: > 0 } file || t.FileId == file)
            && (request.Text("Status") is not { Length: > 0 } status || t.Status(state.Now) == status)).ToList();
        var page = all.Skip(from).Take(limit).ToList();
        return new JsonObject
        {
            ["TaskSet"] = new JsonArray([.. page.Select(t => new JsonObject
            {
                ["TaskId"] = t.Id,
                ["Status"] = t.Status(state.Now),
                ["FileId"] = t.FileId ?? "",
                ["TaskType"] = t.Kind.TaskType,
                ["CreateTime"] = TaskTimes.Iso(t.CreatedAt),
                ["BeginProcessTime"] = TaskTimes.Iso(t.BeginsAt),
                ["FinishTime"] = TaskTimes.Iso(t.EndsAt),
                ["SessionId"] = t.SessionId,
                ["SessionContext"] = t.SessionContext,
            })]),
            ["ScrollToken"] = from + limit < all.Count ? (from + limit).ToString() : "",
        };
    }
}
