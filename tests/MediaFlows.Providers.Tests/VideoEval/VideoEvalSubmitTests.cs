using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.VideoEval.Api;
using MediaFlows.Simulator.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.VideoEval;

public sealed class VideoEvalSubmitTests
{
    [Fact]
    public async Task A_batch_is_uploaded_and_one_task_created_and_nothing_waits_for_it()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        var run = await bench.SubmitAsync(
            3, ""","prompt":"开头够强吗","language":"zh","is_typical_user_enabled":true,"typical_user_count":3,"typical_user_selection_mode":"VIEWPOINT","is_report_enabled":true""");

        var output = JsonNode.Parse(run.Output!.Value.GetRawText())!.AsObject();
        Assert.Equal(["status", "message", "request_id", "data", "error"], output.Select(p => p.Key));
        Assert.Equal("""{"task_id":"555001","task_status":"PENDING","submitted_video_count":3}""", output["data"]!.ToJsonString());
        Assert.Equal("success", output["status"]!.ToString());
        Assert.Null(output["error"]);
        Assert.Equal("video-1.mp4,video-2.mp4,video-3.mp4", Assert.Single(bench.Cloud.Charges.List()).Subject);
        Assert.Equal((3, 1, 0), (bench.Requests("UploadAttachment"), bench.Requests("CreateTask"), bench.Requests("GetTask")));
    }

    [Fact]
    public async Task A_failed_upload_is_tried_again_alone_and_one_that_fails_for_good_creates_no_task()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Cloud.Faults.Add(new FaultRule { Operation = "UploadAttachment", Kind = FaultKind.Status, Status = 503, Skip = 1 });
        Assert.NotNull((await bench.SubmitAsync(3)).Output);
        Assert.Equal(4, bench.Requests("UploadAttachment"));

        bench.Cloud.Faults.Add(new FaultRule { Operation = "UploadAttachment", Kind = FaultKind.Status, Status = 400, Body = JsonNode.Parse("""{"code":40005,"message":"too large"}""") });
        var run = await bench.SubmitAsync(1, id: "other");
        Assert.Equal("UPLOAD_REQUEST_FAILED", run.Error!.Document!["error"]!["code"]!.ToString());
        Assert.Equal(1, bench.Requests("CreateTask"));
    }

    [Fact]
    public async Task A_video_that_changed_after_the_check_is_not_uploaded()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Flows.BeforeActivity = name =>
        {
            bench.Flows.Media.Blobs["video-1.mp4"] = [.. bench.Flows.Media.Blobs["video-1.mp4"], 0];
            return Task.CompletedTask;
        };
        Assert.Equal(ErrorCodes.ContentMismatch, (await bench.SubmitAsync(1)).Error!.Code);
        Assert.Equal(0, bench.Requests("UploadAttachment"));
    }

    [Fact]
    public async Task A_lost_answer_to_the_creation_is_settled_by_the_list_and_the_task_is_adopted()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Cloud.Faults.Add(new FaultRule { Operation = "CreateTask", Kind = FaultKind.DropAfter });
        var run = await bench.SubmitAsync(2, ""","prompt":"ours" """);
        Assert.Equal("555001", run.Output!.Value.GetProperty("data").GetProperty("task_id").GetString());
        Assert.Equal(1, bench.Cloud.Charges.Count);
        Assert.Equal(1, bench.Requests("CreateTask"));
    }

    [Theory]
    [InlineData(FaultKind.DropBefore)]
    [InlineData(FaultKind.Status)]
    public async Task A_creation_that_certainly_never_happened_is_made_again_but_not_before_it_is_certain(FaultKind kind)
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Cloud.Faults.Add(new FaultRule { Operation = "CreateTask", Kind = kind, Status = 502 });
        var started = bench.Flows.Time.GetUtcNow();
        var run = await bench.SubmitAsync(1);
        Assert.NotNull(run.Output);
        Assert.Equal(1, bench.Cloud.Charges.Count);
        Assert.Equal(2, bench.Requests("CreateTask"));
        Assert.True(bench.Flows.Time.GetUtcNow() - started >= TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task A_task_of_another_instance_or_with_another_prompt_or_from_before_is_never_adopted()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Cloud.Knobs["enabled"] = true;
        // Unfinished tasks only: results would tell them apart by their file names.
        bench.Cloud.Knobs["jobSeconds"] = 3600;
        await CreateElsewhereAsync(bench, prompt: null, owner: null);
        var others = 0;
        bench.Flows.BeforeActivity = async name =>
        {
            if (name != "videoeval.create-task" || others++ != 0) return;
            await CreateElsewhereAsync(bench, prompt: null, owner: "another");
            await CreateElsewhereAsync(bench, prompt: "theirs", owner: null);
            bench.Cloud.Faults.Add(new FaultRule { Operation = "CreateTask", Kind = FaultKind.DropBefore });
        };
        var run = await bench.SubmitAsync(1);
        Assert.Equal("555004", run.Output!.Value.GetProperty("data").GetProperty("task_id").GetString());
    }

    [Fact]
    public async Task When_several_tasks_fit_a_person_decides_and_sees_their_ids()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Cloud.Knobs["enabled"] = true;
        bench.Cloud.Knobs["jobSeconds"] = 3600;
        var others = 0;
        bench.Flows.BeforeActivity = async name =>
        {
            if (name != "videoeval.create-task" || others++ != 0) return;
            await CreateElsewhereAsync(bench, prompt: null, owner: null);
            bench.Cloud.Faults.Add(new FaultRule { Operation = "CreateTask", Kind = FaultKind.DropAfter });
        };
        bench.Flows.Decisions.Enqueue(new ResumeDecision { JobId = "555002" });
        var run = await bench.SubmitAsync(1);
        var end = Assert.Single(run.Ends);
        Assert.Equal(FlowOutcome.NeedsAttention, end.Outcome);
        Assert.Contains("555001", end.Error.Message, StringComparison.Ordinal);
        Assert.Contains("555002", end.Error.Message, StringComparison.Ordinal);
        Assert.Equal("555002", run.Output!.Value.GetProperty("data").GetProperty("task_id").GetString());
        Assert.Equal(2, bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task A_task_whose_results_name_other_files_is_told_from_ours()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        var others = 0;
        bench.Flows.BeforeActivity = async name =>
        {
            if (name != "videoeval.create-task" || others++ != 0) return;
            await CreateElsewhereAsync(bench, prompt: null, owner: null);
            bench.Cloud.Faults.Add(new FaultRule { Operation = "CreateTask", Kind = FaultKind.DropAfter });
        };
        var run = await bench.SubmitAsync(1);
        Assert.Equal("555002", run.Output!.Value.GetProperty("data").GetProperty("task_id").GetString());
        Assert.Empty(run.Ends);
    }

    [Fact]
    public async Task A_full_list_that_may_hide_the_task_proves_no_absence()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Cloud.Knobs["enabled"] = true;
        for (var i = 0; i < 100; i++) await CreateElsewhereAsync(bench, prompt: "theirs", owner: null);
        bench.Cloud.Faults.Add(new FaultRule { Operation = "CreateTask", Kind = FaultKind.DropBefore });
        var run = await bench.SubmitAsync(1);
        Assert.Equal(FlowOutcome.NeedsAttention, Assert.Single(run.Ends).Outcome);
        Assert.Equal(101, bench.Requests("CreateTask"));
    }

    [Theory]
    [InlineData(9, 1, true)]
    [InlineData(9, 2, false)]
    [InlineData(10, 1, false)]
    [InlineData(0, 10, true)]
    public async Task The_rolling_quota_is_the_services_to_enforce(int used, int added, bool accepted)
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Cloud.Knobs["usedElsewhere"] = used;
        var run = await bench.SubmitAsync(added);
        Assert.Equal(accepted, run.Output is not null);
        Assert.Equal(accepted ? 1 : 0, bench.Cloud.Charges.Count);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    public async Task The_quota_refusal_is_answered_with_the_documents_sentence_and_an_english_one(int status)
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Cloud.Knobs["usedElsewhere"] = 9;
        bench.Cloud.Knobs["quotaStatus"] = status;
        var error = (await bench.SubmitAsync(2)).Error!;
        Assert.Equal(ErrorCodes.QuotaExceeded, error.Code);
        const string sentence = "免费版用户每24小时最多提交10个评估视频,如需购买请联系火山引擎销售人员";
        Assert.StartsWith(sentence, error.Message, StringComparison.Ordinal);
        Assert.Contains(QuotaRefusal.English, error.Message, StringComparison.Ordinal);
        Assert.Equal(sentence, error.Document!["message"]!.ToString());
        Assert.Equal("CREATE_TASK_FAILED", error.Document["error"]!["code"]!.ToString());
        Assert.StartsWith("free usage limit exceeded", error.Document["error"]!["details"]!["service_message"]!.ToString(), StringComparison.Ordinal);
        Assert.False(error.Retryable);
    }

    [Fact]
    public async Task The_quota_window_slides_and_a_task_of_exactly_a_day_ago_counts_no_more()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        Assert.NotNull((await bench.SubmitAsync(9, id: "first")).Output);
        bench.Flows.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Null((await bench.SubmitAsync(2, id: "second")).Output);
        bench.Flows.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull((await bench.SubmitAsync(2, id: "third")).Output);
    }

    [Fact]
    public async Task A_refused_creation_is_made_again_by_a_persons_retry_in_the_same_run()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        bench.Cloud.Faults.Add(new FaultRule { Operation = "CreateTask", Kind = FaultKind.Status, Status = 401, Body = JsonNode.Parse("""{"code":401,"message":"unauthorized","data":null}""") });
        bench.Flows.Decisions.Enqueue(new ResumeDecision());
        var run = await bench.SubmitAsync(2);
        Assert.Equal(ErrorCodes.CredentialsRefused, Assert.Single(run.Ends).Error.Code);
        Assert.NotNull(run.Output);
        Assert.Equal(2, bench.Requests("UploadAttachment"));
        Assert.Equal(1, bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task A_key_given_with_the_command_wins_and_is_readable_nowhere()
    {
        await using var bench = await VideoEvalBench.StartAsync(settings => settings[VideoEvalService.ApiKeyVariable] = "wrong");
        var run = await bench.SubmitAsync(1, $$""","apiKey":"{{Simulator.VideoEval.VideoEvalCloud.ApiKey}}" """);
        Assert.NotNull(run.Output);
        var everything = JsonSerializer.Serialize(run.Calls) + run.Output + JsonSerializer.Serialize(run.Progress);
        Assert.DoesNotContain(Simulator.VideoEval.VideoEvalCloud.ApiKey, everything, StringComparison.Ordinal);

        var refused = await bench.SubmitAsync(1, id: "wrong");
        Assert.Equal(ErrorCodes.CredentialsRefused, refused.Error!.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Without_a_key_nothing_is_called_and_the_page_with_keys_is_named(string? key)
    {
        await using var bench = await VideoEvalBench.StartAsync(settings => settings[VideoEvalService.ApiKeyVariable] = key ?? "");
        var e = await Assert.ThrowsAsync<FlowException>(() => bench.SubmitAsync(1));
        Assert.Equal(ErrorCodes.CredentialsMissing, e.Error.Code);
        Assert.Contains("https://console.volcengine.com/datatester/ai-research/audience/list?tab=apikey", e.Error.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Cloud.Requests);
        await Assert.ThrowsAsync<FlowException>(() => bench.AskAsync("videoeval.list", "{}"));
        Assert.Empty(bench.Cloud.Requests);
    }

    [Fact]
    public async Task A_dry_run_shows_every_request_and_calls_nothing()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        var plan = await bench.Flows.PlanAsync("videoeval.submit", VideoEvalBench.Videos(2, ""","prompt":"p" """));
        Assert.Equal(["POST", "POST", "GET", "POST"], plan.Select(p => p.Method));
        Assert.Equal(
            """{"agent_id":125,"audience_id":3664529,"form_id":0,"attachment_ids":["{attachment id 1}","{attachment id 2}"],"prompt":"p"}""",
            plan[3].Body!.ToJsonString());
        Assert.True(plan[3].Charged);
        Assert.All(plan, p => Assert.Equal("bearer ***", p.Headers["Authorization"]));
        Assert.Empty(bench.Cloud.Requests);
    }

    [Fact]
    public async Task Nothing_but_the_two_flows_can_be_started_and_nothing_is_named_upload()
    {
        await using var bench = await VideoEvalBench.StartAsync();
        var catalog = bench.Flows.Catalog;
        Assert.Equal(["videoeval.await-report", "videoeval.submit"], catalog.Flows.Where(f => f.Info.Provider == "videoeval").Select(f => f.Info.Name));
        Assert.Equal(["videoeval.detail", "videoeval.list"], catalog.Queries.Where(q => q.Name.StartsWith("videoeval.", StringComparison.Ordinal)).Select(q => q.Name));
        Assert.Equal(["submit", "list", "show", "await"], catalog.Commands.Where(c => c.Provider == "videoeval").Select(c => c.Name));
        Assert.Throws<FlowException>(() => catalog.RequireFlow("videoeval.upload-video"));
        Assert.Throws<FlowException>(() => catalog.RequireQuery("videoeval.upload-video"));
    }

    private static async Task CreateElsewhereAsync(VideoEvalBench bench, string? prompt, string? owner)
    {
        var client = bench.Flows.Services.GetRequiredService<VideoEvalClient>();
        var video = bench.Flows.Media.Blobs["video-9.mp4"];
        var call = new VideoEvalCall("r") { ApiKey = Simulator.VideoEval.VideoEvalCloud.ApiKey };
        var attachment = await client.UploadAsync(call, "theirs.mp4", video.Length, new MemoryStream(video), null, default);
        var body = new JsonObject { ["agent_id"] = 125, ["audience_id"] = 3664529, ["form_id"] = 0, ["attachment_ids"] = new JsonArray(attachment.AttachmentId) };
        if (prompt is not null) body["prompt"] = prompt;
        var task = await client.CreateTaskAsync(call, body, default);
        if (owner is null) return;
        var ledger = bench.Flows.Services.GetRequiredService<ISubmissionLedger>();
        var now = bench.Flows.Time.GetUtcNow();
        var entry = await ledger.BeginAsync(
            new SubmissionRecord { InstanceId = owner, Step = "S2_CREATE", Provider = "videoeval", ClientToken = "t", RequestHash = "h", CreatedAt = now, UpdatedAt = now }, default);
        await ledger.ReplaceAsync(entry, entry.Record with { State = SubmissionState.Accepted, JobId = task.TaskId }, default);
    }
}
