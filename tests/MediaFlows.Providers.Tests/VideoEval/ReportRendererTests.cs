using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Providers.VideoEval.Api;
using MediaFlows.Providers.VideoEval.Reports;

namespace MediaFlows.Providers.Tests.VideoEval;

public sealed class ReportRendererTests
{
    private static readonly string[] InternalNames = ["video_eval", "video_user_report", "distribution", "field_desc", "video_structured_result", "sub_tab", "overall_score"];

    [Fact]
    public void The_conclusion_comes_first_then_each_video_then_the_recommendations()
    {
        var report = ReportRenderer.Render(Task("FINISHED", Item("a.mp4", 71, "Slow start"), Item("b.mp4", 88, "Strong start")), "en")!;
        Assert.Equal(
            """
            ## Conclusion

            2 videos were evaluated.
            The best score went to b.mp4: 88.

            ## a.mp4

            Overall score: 71
            Slow start

            **Strengths**

            - Clear first shot

            **Further findings**

            - Would share: 0.4

            ## b.mp4

            Overall score: 88
            Strong start

            **Strengths**

            - Clear first shot

            **Further findings**

            - Would share: 0.4

            ## Overall recommendations

            - Show the product earlier (a.mp4, b.mp4)

            """.ReplaceLineEndings("\n"),
            report.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_words_around_the_findings_are_in_the_language_that_is_asked_for()
    {
        var report = ReportRenderer.Render(Task("FINISHED", Item("a.mp4", 71, "开头较慢")), "zh")!;
        Assert.StartsWith("## 结论", report, StringComparison.Ordinal);
        Assert.Contains("## 总体建议", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RUNNING", 1)]
    [InlineData("pending", 1)]
    [InlineData("FAILED", 1)]
    [InlineData("FINISHED", 0)]
    [InlineData("WHATEVER", 0)]
    [InlineData(null, 0)]
    public void An_unfinished_or_failed_task_never_yields_a_report_but_its_status(string? status, int items)
    {
        var task = Task(status, [.. Enumerable.Range(0, items).Select(i => Item($"{i}.mp4", i, "x"))]);
        Assert.Null(ReportRenderer.Render(task, "en"));
        Assert.Contains(status ?? "not stated", ReportRenderer.Status(task, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_about_which_nothing_is_said_is_said_to_have_no_findings()
    {
        var report = ReportRenderer.Render(Task("FINISHED", new JsonObject { ["key"] = "video_structured_result", ["sub_tab"] = "", ["value"] = new JsonObject() }), "en")!;
        Assert.Contains("The service gave no findings in words", report, StringComparison.Ordinal);
        Assert.DoesNotContain("recommendations", report, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_terminal_is_never_given_control_characters()
    {
        var report = ReportRenderer.Render(Task("FINISHED", Item("a\u001b[31m.mp4", 1, "red \u001b[31m text\u0007")), "en")!;
        Assert.DoesNotContain('\u001b', report);
        Assert.DoesNotContain('\u0007', report);
    }

    [Fact]
    public void No_internal_field_name_is_shown_whatever_the_results_hold()
    {
        var names = Gen.Elements([.. InternalNames, "score", "summary", "tags", "a_b_c"]);
        var leaves = Gen.OneOf(
            Gen.Elements([.. InternalNames, "Good pace", "see video_eval and field_desc", "A_TOKEN"]).Select(s => (JsonNode?)JsonValue.Create(s)),
            Gen.Choose(0, 100).Select(n => (JsonNode?)JsonValue.Create(n)),
            Gen.Constant((JsonNode?)null));
        Gen<JsonNode?> Node(int depth) => depth == 0 ? leaves : Gen.OneOf(
            leaves,
            Node(depth - 1).ArrayOf(2).Select(a => (JsonNode?)new JsonArray([.. a.Select(n => n?.DeepClone())])),
            names.ArrayOf(3).SelectMany(keys => Node(depth - 1).ArrayOf(3), (keys, values) =>
            {
                var o = new JsonObject();
                for (var i = 0; i < keys.Length; i++) o[keys[i]] = values[i]?.DeepClone();
                return (JsonNode?)o;
            }));

        Prop.ForAll(Node(4).ToArbitrary(), value =>
        {
            var report = ReportRenderer.Render(Task("FINISHED", new JsonObject { ["key"] = "video_structured_result", ["sub_tab"] = "a.mp4", ["value"] = value?.DeepClone() }), "en")!;
            return !Array.Exists(InternalNames, name => report.Contains(name, StringComparison.OrdinalIgnoreCase));
        }).QuickCheckThrowOnFailure();
    }

    private static JsonObject Item(string video, int score, string summary) => new()
    {
        ["key"] = "video_structured_result",
        ["sub_tab"] = video,
        ["value"] = new JsonObject
        {
            ["video_eval"] = new JsonObject
            {
                ["overall_score"] = score,
                ["summary"] = summary,
                ["strengths"] = new JsonArray("Clear first shot"),
                ["suggestions"] = new JsonArray("Show the product earlier"),
                ["field_desc"] = new JsonObject { ["overall_score"] = "Overall score" },
            },
            ["video_user_report"] = new JsonObject { ["distribution"] = new JsonArray(new JsonObject { ["label"] = "Would share", ["value"] = 0.4 }) },
        },
    };

    private static TaskDetail Task(string? status, params JsonObject[] items) => new()
    {
        TaskId = "1",
        TaskStatus = status,
        Detail = items,
        FilteredDetailCount = items.Length,
        Summary = new TaskSummary { TaskId = "1", Status = status },
    };
}
