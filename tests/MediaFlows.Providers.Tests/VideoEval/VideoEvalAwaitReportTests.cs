using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Simulator.Faults;

namespace MediaFlows.Providers.Tests.VideoEval;

public sealed class VideoEvalAwaitReportTests
{
    [Fact]
    public async Task It_waits_on_long_timers_and_returns_the_report()
    {
        await using var bench = await StartedAsync(2);
        bench.Cloud.Knobs["jobSeconds"] = 3600;
        var run = await bench.Flows.RunAsync("videoeval.await-report", """{"task_id":"555001"}""", id: "wait");
        var data = run.Output!.Value.GetProperty("data");
        Assert.Equal(2, data.GetProperty("filtered_detail_count").GetInt32());
        Assert.StartsWith("## Conclusion", data.GetProperty("report").GetString(), StringComparison.Ordinal);
        Assert.Equal(["status", "message", "request_id", "data", "error"], run.Output.Value.EnumerateObject().Select(p => p.Name));
        Assert.InRange(bench.Requests("GetTask"), 25, 32);
        Assert.Equal(1, bench.Requests("CreateTask"));
    }

    [Fact]
    public async Task At_the_limit_it_ends_timed_out_and_resume_waits_for_the_same_task()
    {
        await using var bench = await StartedAsync(1);
        bench.Cloud.Knobs["jobSeconds"] = 1500;
        bench.Flows.Decisions.Enqueue(new ResumeDecision());
        var run = await bench.Flows.RunAsync("videoeval.await-report", """{"task_id":"555001","maxPolls":10}""", id: "wait");
        var end = Assert.Single(run.Ends);
        Assert.Equal((FlowOutcome.TimedOut, "555001"), (end.Outcome, end.ProviderJobId));
        Assert.Contains("RUNNING", end.Error.Message, StringComparison.Ordinal);
        Assert.NotNull(run.Output);
    }

    [Fact]
    public async Task A_failed_task_ends_failed_and_a_retry_asks_the_same_task()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Cloud.Knobs["failNext"] = 1;
        await bench.SubmitAsync(1);
        var run = await bench.Flows.RunAsync("videoeval.await-report", """{"task_id":"555001"}""", id: "wait");
        Assert.Equal(("FAILED", ErrorCodes.JobFailed), (run.Error!.ProviderCode, run.Error.Code));
        Assert.Equal(1, bench.Requests("CreateTask"));
    }

    [Fact]
    public async Task A_finished_task_without_results_fails_at_once_and_yields_no_report()
    {
        await using var bench = await StartedAsync(1);
        bench.Cloud.Knobs["detailForm"] = "null";
        var run = await bench.Flows.RunAsync("videoeval.await-report", """{"task_id":"555001"}""", id: "wait");
        Assert.Contains("no result for any video", run.Error!.Message, StringComparison.Ordinal);
        Assert.Null(run.Output);
    }

    [Fact]
    public async Task An_unknown_word_is_never_success_by_itself_but_results_of_every_video_are()
    {
        await using var bench = await StartedAsync(2);
        bench.Cloud.Knobs["status.FINISHED"] = "WHATEVER";
        bench.Cloud.Knobs["detailForm"] = "null";
        var waiting = await bench.Flows.RunAsync("videoeval.await-report", """{"task_id":"555001","maxPolls":3,"videos":2}""", id: "w1");
        Assert.Equal(FlowOutcome.TimedOut, Assert.Single(waiting.Ends).Outcome);

        bench.Cloud.Knobs.TryRemove("detailForm", out _);
        Assert.Equal(FlowOutcome.TimedOut, Assert.Single((await bench.Flows.RunAsync("videoeval.await-report", """{"task_id":"555001","maxPolls":3,"videos":3}""", id: "w2")).Ends).Outcome);
        Assert.NotNull((await bench.Flows.RunAsync("videoeval.await-report", """{"task_id":"555001","videos":2}""", id: "w3")).Output);
    }

    [Fact]
    public async Task Calls_that_fail_do_not_end_the_wait_and_an_unknown_task_does()
    {
        await using var bench = await StartedAsync(1);
        bench.Cloud.Faults.Add(new FaultRule { Operation = "GetTask", Kind = FaultKind.Status, Status = 503, Times = 4 });
        bench.Cloud.Faults.Add(new FaultRule { Operation = "GetTask", Kind = FaultKind.DropAfter, Skip = 4 });
        Assert.NotNull((await bench.Flows.RunAsync("videoeval.await-report", """{"task_id":"555001"}""", id: "w1")).Output);
        var unknown = await bench.Flows.RunAsync("videoeval.await-report", """{"task_id":"1"}""", id: "w2");
        Assert.Equal("GET_TASK_DETAIL_FAILED", unknown.Error!.Document!["error"]!["code"]!.ToString());
    }

    [Fact]
    public async Task Settings_of_the_environment_set_the_pace()
    {
        await using var bench = await VideoEvalBench.StartAsync(s =>
        {
            s["BYTED_AIRESEARCH_VIDEOEVAL_POLL_INTERVAL"] = "300";
            s["BYTED_AIRESEARCH_VIDEOEVAL_MAX_POLL_ATTEMPTS"] = "5";
        });
        var plan = await bench.Flows.PlanAsync("videoeval.await-report", """{"task_id":"555001"}""");
        Assert.Equal("every 300 s, at most 5 times", plan[0].Note);
        Assert.EndsWith("/datatester/compass/api/v3/survey/task/555001", plan[0].Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"task_id":" "}""")]
    [InlineData("""{"task_id":"1/../2"}""")]
    [InlineData("""{"task_id":"1","videos":11}""")]
    [InlineData("""{"task_id":"1","intervalSeconds":9}""")]
    [InlineData("""{"task_id":"1","maxPolls":0}""")]
    [InlineData("""{"task_id":"1","reportLanguage":"fr"}""")]
    [InlineData("""{"task_id":"1","timeoutSeconds":0}""")]
    public async Task A_broken_rule_is_refused_before_any_call(string input)
    {
        await using var bench = await VideoEvalBench.StartAsync();
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => bench.Flows.RunAsync("videoeval.await-report", input));
        Assert.Equal("VALUEERROR", e.Error.Document!["error"]!["code"]!.ToString());
        Assert.Empty(bench.Cloud.Requests);
    }

    private static async Task<VideoEvalBench> StartedAsync(int videos)
    {
        var bench = await VideoEvalBench.StartAsync();
        await bench.SubmitAsync(videos);
        return bench;
    }
}
