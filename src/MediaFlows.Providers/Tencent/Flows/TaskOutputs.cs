using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Tasks;

namespace MediaFlows.Providers.Tencent.Flows;

/// <summary>Sums a task up.</summary>
internal static class TaskOutputs
{
    public static TaskOutput From(string taskId, TaskDetail detail)
    {
        var files = ResultFiles.Of(detail);
        var failures = detail.Items.Where(i => !i.Succeeded && i.Status != "PROCESSING").Select(i => new ResultFailure(i.Type, i.Status, i.ErrCodeExt, i.Message)).ToList();
        var elements = (detail.Task?["Output"]).Objects("InfoList").Select(e => e["ElementId"]?.ToString()).OfType<string>().ToList();
        return new TaskOutput
        {
            TaskId = taskId,
            TaskType = detail.Kind.TaskType,
            Status = detail.Status,
            FileId = detail.Kind.TaskType == "PullUpload" ? detail.Task.Text("FileId") : null,
            Partial = TaskJudge.IsPartial(detail) ? true : null,
            Failures = failures.Count == 0 ? null : failures,
            Files = files.Count == 0 ? null : files,
            OutputText = (detail.Task?["Output"]).Text("OutputText"),
            ElementIds = elements.Count == 0 ? null : elements,
            Detail = detail.Document,
        };
    }
}
