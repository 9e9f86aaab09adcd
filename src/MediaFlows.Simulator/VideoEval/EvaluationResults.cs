using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.VideoEval;

/// <summary>
/// Results of a finished task. The real structure inside the items is not published; this one uses the documented item fields and the names that are
/// known to occur, so that a report has to be made without showing them.
/// </summary>
internal static class EvaluationResults
{
    public static JsonArray Of(SurveyTask task)
    {
        var items = new JsonArray(new JsonObject { ["key"] = "overview", ["sub_tab"] = null, ["value"] = new JsonObject { ["videos"] = task.Videos.Count } });
        for (var i = 0; i < task.Videos.Count; i++) items.Add(Item(task.Videos[i], 72 + (i * 7 % 25)));
        return items;
    }

    private static JsonObject Item(string video, int score) => new()
    {
        ["key"] = "video_structured_result",
        ["sub_tab"] = video,
        ["value"] = new JsonObject
        {
            ["video_eval"] = new JsonObject
            {
                ["overall_score"] = score,
                ["summary"] = "The opening holds attention and the product appears within three seconds.",
                ["strengths"] = new JsonArray("Clear first shot", "Steady pace"),
                ["weaknesses"] = new JsonArray("The call to action is short"),
                ["suggestions"] = new JsonArray("Show the call to action for at least two seconds"),
                ["field_desc"] = new JsonObject { ["overall_score"] = "Overall score" },
            },
            ["video_user_report"] = new JsonObject
            {
                ["conclusion"] = "Typical users would watch to the end.",
                ["distribution"] = new JsonArray(
                    new JsonObject { ["label"] = "Would share", ["value"] = 0.4 },
                    new JsonObject { ["label"] = "Would skip", ["value"] = 0.1 }),
            },
        },
    };
}
