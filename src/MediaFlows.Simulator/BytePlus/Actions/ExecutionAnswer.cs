using System.Globalization;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.BytePlus.Jobs;

namespace MediaFlows.Simulator.BytePlus.Actions;

/// <summary>The documented shape of <c>GetExecution</c>'s result.</summary>
internal static class ExecutionAnswer
{
    public static JsonObject Of(Execution run, string state, string word, long? size, DateTimeOffset now)
    {
        var answer = new JsonObject
        {
            ["RunId"] = run.RunId,
            ["Status"] = word,
            ["Code"] = state == "Failed" ? run.Code : "",
            ["Meta"] = new JsonObject
            {
                ["SpaceName"] = run.Space,
                ["CreateTime"] = Stamp(run.StartedAt),
                ["StartTime"] = Stamp(run.StartedAt),
                ["EndTime"] = run.IsFinished(now) ? Stamp(run.DueAt) : "",
                ["Trigger"] = "OpenAPI",
            },
            ["Input"] = run.Request["Input"]?.DeepClone(),
            ["Operation"] = run.Request["Operation"]?.DeepClone(),
            ["Control"] = run.Request["Control"]?.DeepClone(),
        };
        if (state == "Success") answer["Output"] = Output(run, size ?? 0);
        return answer;
    }

    private static JsonObject Output(Execution run, long size)
    {
        var file = new JsonObject
        {
            ["FileId"] = Path.GetFileNameWithoutExtension(run.OutputName),
            ["StoreUri"] = "tos://" + run.OutputUri,
            ["FileType"] = "video",
            ["Format"] = "MP4",
            ["Size"] = (double)size,
            ["DynamicRange"] = "SDR",
            ["Encrypt"] = false,
            ["CreateTime"] = Stamp(run.DueAt),
            ["TosStorageClass"] = "STANDARD",
        };
        return new JsonObject { ["Type"] = "Task", ["Task"] = new JsonObject { ["Type"] = "Enhance", ["Enhance"] = file } };
    }

    private static string Stamp(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
