using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;

namespace MediaFlows.Providers.Tests.VideoEval;

public sealed class VideoEvalCommandTests
{
    [Fact]
    public async Task The_documents_flags_become_the_input()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        var target = Command(bench, "submit").Build(Values(
            ("--file", ["a.mp4", "blob:b.mp4", "https://x.example/c.mp4"]), ("--prompt", ["p"]), ("--api-key", ["k"]), ("--language", ["zh"]), ("--enable-typical-user", []),
            ("--typical-user-count", ["3"]), ("--typical-user-selection-mode", ["PROFILE"]), ("--enable-report", []), ("--timeout", ["90"])));
        Assert.Equal("videoeval.submit", target.Flow);
        Assert.Equal(
            """{"apiKey":"k","timeoutSeconds":90,"files":[{"file":"a.mp4"},{"blob":"b.mp4"},{"url":"https://x.example/c.mp4"}],"prompt":"p","language":"zh","typical_user_selection_mode":"PROFILE","is_typical_user_enabled":true,"typical_user_count":3,"is_report_enabled":true}""",
            target.Input.ToJsonString());
        Assert.Equal(["/files/0/file"], target.LocalFiles);
        bench.Flows.Serializer.ReadInput(System.Text.Json.JsonDocument.Parse(target.Input.ToJsonString()).RootElement, bench.Flows.Catalog.RequireFlow("videoeval.submit").InputType);
    }

    [Theory]
    [InlineData("list", null, "videoeval.list", "{}")]
    [InlineData("show", null, "videoeval.detail", """{"task_id":"12345"}""")]
    [InlineData("await", "videoeval.await-report", null, """{"task_id":"12345"}""")]
    public async Task The_other_commands_lead_to_their_query_or_flow(string name, string? flow, string? query, string input)
    {
        await using var bench = await VideoEvalBench.StartAsync();
        var target = Command(bench, name).Build(name == "list" ? Values() : Values(("--task-id", ["12345"])));
        Assert.Equal((flow, query, input), (target.Flow, target.Query, target.Input.ToJsonString()));
    }

    [Fact]
    public async Task People_read_prose_and_no_raw_json()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        var run = await bench.SubmitAsync(1);
        var output = JsonNode.Parse(run.Output!.Value.GetRawText())!;
        Assert.StartsWith("Evaluation task 555001 was created (1 video, status PENDING).", Command(bench, "submit").Render!(output, "en"), StringComparison.Ordinal);
        Assert.StartsWith("评估任务已创建：555001", Command(bench, "submit").Render!(output, "zh"), StringComparison.Ordinal);
        Assert.Contains("555001  Video evaluation 555001  PENDING  created 2026-01-15T12:34:56Z", Command(bench, "list").Render!(await bench.AskAsync("videoeval.list", "{}"), "en"), StringComparison.Ordinal);

        var detail = """{"task_id":"555001"}""";
        Assert.Contains("is not finished; its status is PENDING", Command(bench, "show").Render!(await bench.AskAsync("videoeval.detail", detail), "en"), StringComparison.Ordinal);
        bench.Flows.Time.Advance(TimeSpan.FromMinutes(1));
        var shown = Command(bench, "show").Render!(await bench.AskAsync("videoeval.detail", detail), "en");
        Assert.StartsWith("## Conclusion", shown, StringComparison.Ordinal);
        Assert.DoesNotContain('{', shown);
    }

    private static CommandDescriptor Command(VideoEvalBench bench, string name) => bench.Flows.Catalog.Commands.Single(c => c.Provider == "videoeval" && c.Name == name);

    private static CommandValues Values(params (string Name, string[] Values)[] values) =>
        new(values.ToDictionary(v => v.Name, v => (IReadOnlyList<string>)v.Values, StringComparer.Ordinal), _ => "");
}
