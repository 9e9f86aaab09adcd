using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Simulator.Faults;
using MediaFlows.Simulator.Media;

namespace MediaFlows.Providers.Tests.Jimeng;

public sealed class JimengGenerateTests
{
    private const string Submit = "CVSync2AsyncSubmitTask";
    private const string Query = "CVSync2AsyncGetResult";

    [Fact]
    public async Task A_video_is_submitted_once_queried_and_returned_as_the_document_prints_it()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["jobSeconds"] = 120;
        var run = await bench.RunAsync(JimengBench.Text);
        var output = bench.Flows.Serializer.Reveal(JsonNode.Parse(run.Output!.Value.GetRawText()), toOwner: true)!.AsObject();

        Assert.Equal(["success", "task_id", "video_url", "data", "generation_info"], output.Select(p => p.Key));
        Assert.Equal("18014398509481984001", output["task_id"]!.GetValue<string>());
        Assert.Equal(["status", "video_url", "aigc_meta_tagged"], output["data"]!.AsObject().Select(p => p.Key));
        Assert.Equal(output["video_url"]!.ToString(), output["data"]!["video_url"]!.ToString());
        Assert.Equal("jimeng_t2v_v30: a golden retriever in a sunflower field", Assert.Single(bench.Cloud.Charges.List()).Subject);
        Assert.InRange(bench.Requests(Query), 20, 24);
        Assert.Equal(["S1_SUBMIT", "S2_POLL"], run.Progress.Select(p => p.Stage!).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ti2v_pro", "", "jimeng_ti2v_v30_pro")]
    [InlineData("ti2v_pro", ""","image":{"blob":"first.png"}""", "jimeng_ti2v_v30_pro")]
    [InlineData("t2v_1080p", ""","aspect_ratio":"9:16" """, "jimeng_t2v_v30_1080p")]
    [InlineData("i2v_first_1080p", ""","image":{"blob":"first.png"}""", "jimeng_i2v_first_v30_1080")]
    [InlineData("i2v_first_tail_1080p", ""","image":{"blob":"first.png"},"tailImage":{"blob":"last.jpg"}""", "jimeng_i2v_first_tail_v30_1080")]
    [InlineData("t2v_720p", ""","duration":10,"seed":7""", "jimeng_t2v_v30")]
    [InlineData("i2v_first_720p", ""","image":{"blob":"last.jpg"}""", "jimeng_i2v_first_v30")]
    [InlineData("i2v_first_tail_720p", ""","image":{"blob":"last.jpg"},"tailImage":{"blob":"first.png"}""", "jimeng_i2v_first_tail_v30")]
    [InlineData("i2v_recamera_720p", ""","image":{"blob":"first.png"},"template_id":"robo_arm","camera_strength":"weak" """, "jimeng_i2v_recamera_v30")]
    public async Task Every_mode_is_taken_by_the_strict_service(string mode, string more, string reqKey)
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["strict"] = true;
        var run = await bench.RunAsync($$"""{"prompt":"p","mode":"{{mode}}"{{more}}}""");
        Assert.True(run.Output is not null, run.Error?.Message);
        Assert.StartsWith(reqKey + ": ", Assert.Single(bench.Cloud.Charges.List()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_alone_is_enough_for_the_pro_mode()
    {
        await using var bench = await JimengBench.StartAsync();
        Assert.NotNull((await bench.RunAsync("""{"mode":"ti2v_pro","image":{"blob":"first.png"}}""")).Output);
    }

    [Fact]
    public async Task The_result_is_kept_at_once_and_is_the_video()
    {
        await using var bench = await JimengBench.StartAsync();
        var run = await bench.RunAsync(JimengBench.Saved);
        var info = run.Output!.Value.GetProperty("generation_info");
        Assert.Equal("blob:out/clip.mp4", info.GetProperty("save_path").GetString());
        Assert.Equal(SampleVideo.ReadAllBytes(), bench.Flows.Media.Blobs["out/clip.mp4"]);
        Assert.Equal(SampleVideo.ReadAllBytes().Length, info.GetProperty("saved_bytes").GetInt64());
        Assert.Contains("S3_SAVE", run.Progress.Select(p => p.Stage));
    }

    [Fact]
    public async Task A_result_that_is_late_cut_off_or_an_error_page_is_fetched_again()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["lateVideo"] = 2;
        bench.Fault("GET video", FaultKind.Truncate);
        bench.Cloud.Faults.Add(new FaultRule { Operation = "GET video", Kind = FaultKind.Status, Status = 200, Body = "sorry" });
        var before = bench.Flows.Media.Blobs.Count;
        var run = await bench.RunAsync(JimengBench.Saved);
        Assert.True(run.Output is not null, run.Error?.Message);
        Assert.Equal(SampleVideo.ReadAllBytes(), bench.Flows.Media.Blobs["out/clip.mp4"]);
        Assert.Equal(before + 1, bench.Flows.Media.Blobs.Count);
        Assert.Equal(1, bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task A_url_that_expired_before_it_was_fetched_is_asked_for_anew()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Flows.BeforeActivity = name =>
        {
            if (name == "jimeng.save-video" && bench.Requests("GET video") == 0) bench.Flows.Time.Advance(TimeSpan.FromHours(2));
            return Task.CompletedTask;
        };
        var run = await bench.RunAsync(JimengBench.Saved);
        Assert.NotNull(run.Output);
        Assert.Equal(2, bench.Requests("GET video"));
        Assert.Equal(1, bench.Cloud.Charges.Count);
    }

    [Theory]
    [InlineData(FaultKind.DropAfter, 1)]
    [InlineData(FaultKind.DropBefore, 0)]
    [InlineData(FaultKind.Truncate, 1)]
    public async Task A_lost_answer_to_the_submit_needs_a_person_and_is_never_a_silent_second_submit(FaultKind kind, int charged)
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Fault(Submit, kind);
        var run = await bench.RunAsync(JimengBench.Text);
        Assert.Equal(FlowOutcome.NeedsAttention, Assert.Single(run.Ends).Outcome);
        Assert.Equal(ErrorCodes.SubmitOutcomeUnknown, run.Error!.Code);
        Assert.False(run.Error.Document!["success"]!.GetValue<bool>());
        Assert.Equal((charged, 1), (bench.Cloud.Charges.Count, bench.Requests(Submit)));
    }

    [Fact]
    public async Task A_person_adopts_the_task_or_has_it_submitted_again()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Fault(Submit, FaultKind.DropAfter);
        bench.Flows.Decisions.Enqueue(new ResumeDecision { JobId = "18014398509481984001" });
        Assert.Equal("18014398509481984001", (await bench.RunAsync(JimengBench.Text)).Output!.Value.GetProperty("task_id").GetString());
        Assert.Equal(1, bench.Cloud.Charges.Count);

        bench.Fault(Submit, FaultKind.DropBefore);
        bench.Flows.Decisions.Enqueue(new ResumeDecision { Resubmit = true });
        Assert.NotNull((await bench.RunAsync(JimengBench.Text, id: "again")).Output);
        Assert.Equal(2, bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task The_policy_to_resubmit_does_so_within_limits()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Fault(Submit, FaultKind.DropAfter);
        var once = await bench.RunAsync("""{"prompt":"p","onAmbiguousSubmit":"resubmit"}""");
        Assert.NotNull(once.Output);
        Assert.Equal(2, bench.Cloud.Charges.Count);

        bench.Fault(Submit, FaultKind.DropAfter, times: 99);
        var run = await bench.RunAsync("""{"prompt":"p","onAmbiguousSubmit":"resubmit"}""", id: "always");
        Assert.Equal(FlowOutcome.NeedsAttention, Assert.Single(run.Ends).Outcome);
        Assert.Equal(5, bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task A_server_error_on_the_submit_may_have_been_paid_and_one_without_a_task_id_too()
    {
        await using var bench = await JimengBench.StartAsync();
        foreach (var code in (string[])["50500", "50501"])
        {
            bench.Cloud.Knobs["failNext"] = 1;
            bench.Cloud.Knobs["failCode"] = code;
            var run = await bench.RunAsync(JimengBench.Text, id: code);
            Assert.Equal(FlowOutcome.NeedsAttention, Assert.Single(run.Ends).Outcome);
            Assert.Equal(code, run.Error!.ProviderCode);
        }

        bench.Cloud.Knobs["noTaskId"] = true;
        var lost = await bench.RunAsync(JimengBench.Text, id: "no id");
        Assert.Equal("no_task_id", lost.Error!.Document!["error"]!["code"]!.ToString());
        Assert.Equal(4, bench.Requests(Submit) + bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task Limits_of_rate_and_concurrency_are_waited_out()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["strict"] = true;
        bench.Cloud.Knobs["concurrency"] = 1;
        bench.Cloud.Knobs["jobSeconds"] = 200;
        Assert.NotNull((await bench.RunAsync("""{"prompt":"q"}""", id: "other")).Output);
        bench.Cloud.Knobs["failNext"] = 6;
        bench.Cloud.Knobs["failCode"] = "50430";
        var run = await bench.RunAsync(JimengBench.Text);
        Assert.True(run.Output is not null, run.Error?.Message);
        bench.Cloud.Knobs["failNext"] = 3;
        bench.Cloud.Knobs["failCode"] = "50429";
        Assert.NotNull((await bench.RunAsync(JimengBench.Text, id: "third")).Output);
        Assert.Equal(3, bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task Queries_that_fail_never_fail_a_paid_task()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["jobSeconds"] = 60;
        bench.Fault(Query, FaultKind.Status, times: 3, status: 503);
        bench.Fault(Query, FaultKind.DropAfter, times: 2);
        bench.Fault(Query, FaultKind.Truncate);
        Assert.NotNull((await bench.RunAsync(JimengBench.Text)).Output);
        Assert.Equal(1, bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task At_the_limit_it_ends_timed_out_with_the_documents_code_and_resume_asks_for_the_same_task()
    {
        await using var bench = await JimengBench.StartAsync(s => s["JIMENG_VIDEO_MAX_POLL_ATTEMPTS"] = "10");
        bench.Cloud.Knobs["jobSeconds"] = 80;
        bench.Flows.Decisions.Enqueue(new ResumeDecision());
        var run = await bench.RunAsync(JimengBench.Text);
        var end = Assert.Single(run.Ends);
        Assert.Equal((FlowOutcome.TimedOut, "18014398509481984001"), (end.Outcome, end.ProviderJobId));
        Assert.Equal("timeout", end.Error.Document!["error"]!["code"]!.ToString());
        Assert.Equal("18014398509481984001", end.Error.Document["task_id"]!.ToString());
        Assert.NotNull(run.Output);
        Assert.Equal(1, bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task Cancel_is_passed_on_while_the_task_waits_and_told_when_it_is_too_late()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["queueSeconds"] = 3600;
        bench.Cloud.Knobs["jobSeconds"] = 7200;
        bench.Flows.OnTimer = _ => bench.Flows.Cancel("test", "enough");
        var early = await bench.RunAsync(JimengBench.Text);
        Assert.Equal(ErrorCodes.Cancelled, early.Error!.Code);
        Assert.Contains(early.Progress, p => p.Message == "The provider cancelled the job.");

        bench.Cloud.Knobs["queueSeconds"] = 0;
        bench.Flows.OnTimer = _ => bench.Flows.Cancel("late", "enough");
        var late = await bench.RunAsync(JimengBench.Text, id: "late");
        Assert.Contains(late.Progress, p => p.Message?.Contains("no longer cancel", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_mark_of_generated_content_is_sent_with_the_query()
    {
        await using var bench = await JimengBench.StartAsync();
        var run = await bench.RunAsync("""{"prompt":"p","aigcMeta":{"producer_id":"片 1","content_propagator":"us"}}""");
        Assert.True(run.Output!.Value.GetProperty("data").GetProperty("aigc_meta_tagged").GetBoolean());
    }

    [Fact]
    public async Task Keys_and_signatures_are_readable_nowhere()
    {
        await using var bench = await JimengBench.StartAsync();
        var run = await bench.RunAsync(JimengBench.Saved);
        var everything = JsonSerializer.Serialize(run.Calls) + run.Output!.Value.GetRawText() + JsonSerializer.Serialize(run.Progress);
        Assert.DoesNotContain("simulated-jimeng-secret-key", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("x-signature", everything, StringComparison.Ordinal);
    }
}
