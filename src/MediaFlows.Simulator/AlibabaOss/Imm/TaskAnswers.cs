using System.Text.Json.Nodes;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Imm;

/// <summary>The answers of <c>GetTask</c> and <c>GetDecodeBlindWatermarkResult</c>.</summary>
internal static class TaskAnswers
{
    // A task's record is kept for seven days.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public static void Show(OssState state, OssRequest request, JsonObject answer, bool withContent)
    {
        var task = state.Tasks.Find(ImmFront.Require(request, "TaskId"));
        if (task is null || task.Project != ImmFront.Require(request, "ProjectName") || task.Type != ImmFront.Require(request, "TaskType") || state.Now - task.StartedAt > Kept)
            throw new ImmErrorException(404, "ResourceNotFound", "The specified resource Task is not found.");
        answer["ProjectName"] = task.Project;
        answer["TaskType"] = task.Type;
        answer["TaskId"] = task.Id;
        answer["EventId"] = task.EventId;
        answer["Status"] = task.Status;
        answer["StartTime"] = ImmTime.Show(task.StartedAt);
        if (task.Status != "Running") answer["EndTime"] = ImmTime.Show(task.EndsAt);
        if (task.Code is not null) (answer["Code"], answer["Message"]) = (task.Code, task.Message);
        if (withContent && task.Content is not null) answer["Content"] = task.Content;
    }
}
