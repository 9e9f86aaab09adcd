using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Simulator.Faults;
using MediaFlows.Simulator.Media;

namespace MediaFlows.Providers.Tests.BytePlus;

public sealed class EnhanceFlowTests : IAsyncLifetime
{
    private BytePlusLab _lab = null!;
    private string _input = "";

    public async ValueTask InitializeAsync()
    {
        _lab = await BytePlusLab.StartAsync();
        _input = BytePlusLab.Enhance.Replace("VID", "vid://" + await _lab.UploadSampleAsync(), StringComparison.Ordinal);
        _lab.Cloud.Requests.Clear();
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task A_finished_job_gives_the_documents_shape_and_a_file_that_plays()
    {
        var run = await _lab.Runner.RunAsync("byteplus.enhance", _input);

        var output = _lab.Reveal(run);
        Assert.Equal(["Status", "SpaceName", "VideoUrls", "AudioUrls", "Texts"], output.Select(p => p.Key));
        var video = output["VideoUrls"]![0]!.AsObject();
        Assert.Equal(["FileId", "DirectUrl", "Source", "Url"], video.Select(p => p.Key));
        Assert.Equal("directurl://" + video["DirectUrl"], video["Source"]!.GetValue<string>());
        using var http = new HttpClient();
        Assert.Equal(SampleVideo.ReadAllBytes(), await http.GetByteArrayAsync(video["Url"]!.GetValue<string>()));
        Assert.Equal(1, _lab.Cloud.Charges.Count);
        Assert.Contains(run.Progress, p => p is { Stage: "S3_ENHANCE" });
        Assert.Contains(run.Progress, p => p is { Stage: "S4_POLL", ProviderJobId: not null, NextPollAt: not null });
    }

    [Fact]
    public async Task A_result_can_be_enhanced_again_by_its_path()
    {
        var first = _lab.Reveal(await _lab.Runner.RunAsync("byteplus.enhance", _input));
        var input = new JsonObject { ["video"] = first["VideoUrls"]![0]!["Source"]!.GetValue<string>(), ["config"] = "OLD_FILM", ["repair_style"] = "1", ["res"] = "Original" };

        var second = _lab.Reveal(await _lab.Runner.RunAsync("byteplus.enhance", input.ToJsonString(), id: "again"));

        Assert.Equal("Success", second["Status"]!.GetValue<string>());
        Assert.Equal(2, _lab.Cloud.Charges.Count);
    }

    [Theory]
    [InlineData(FaultKind.DropBefore, 200)]
    [InlineData(FaultKind.DropAfter, 200)]
    [InlineData(FaultKind.Truncate, 200)]
    [InlineData(FaultKind.Status, 500)]
    [InlineData(FaultKind.Status, 503)]
    [InlineData(FaultKind.Status, 429)]
    public async Task A_submit_whose_answer_is_lost_is_paid_once(FaultKind kind, int status)
    {
        _lab.Cloud.Knobs["jobSeconds"] = 30;
        _lab.Cloud.Faults.Add(new FaultRule { Kind = kind, Operation = "StartExecution", Status = status });
        var output = _lab.Reveal(await _lab.Runner.RunAsync("byteplus.enhance", _input));
        Assert.Equal("Success", output["Status"]!.GetValue<string>());
        Assert.Equal(1, _lab.Cloud.Charges.Count);
        Assert.Equal(2, _lab.Cloud.Requests["StartExecution"]);
    }

    [Fact]
    public async Task A_lost_submit_that_may_have_finished_meanwhile_is_left_to_a_person()
    {
        _lab.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.DropAfter, Operation = "StartExecution" });
        var calls = 0;
        _lab.Runner.BeforeActivity = name =>
        {
            if (name == "byteplus.submit-enhance" && ++calls == 2) _lab.Time.Advance(TimeSpan.FromMinutes(10));
            return Task.CompletedTask;
        };

        var run = await _lab.Runner.RunAsync("byteplus.enhance", _input);

        Assert.Equal(FlowOutcome.NeedsAttention, run.Ends.Single().Outcome);
        Assert.Equal(1, _lab.Cloud.Charges.Count);
    }

    [Fact]
    public async Task A_person_can_adopt_the_job_of_a_lost_submit()
    {
        await A_lost_submit_that_may_have_finished_meanwhile_is_left_to_a_person();
        _lab.Runner.BeforeActivity = null;
        var job = _lab.Cloud.Charges.List()[0].JobId;
        _lab.Runner.Decisions.Enqueue(new ResumeDecision { JobId = job });

        var output = _lab.Reveal(await _lab.Runner.RunAsync("byteplus.enhance", _input));

        Assert.Equal("Success", output["Status"]!.GetValue<string>());
        Assert.Equal(1, _lab.Cloud.Charges.Count);
    }

    [Fact]
    public async Task Polling_trouble_of_every_kind_never_fails_the_job()
    {
        _lab.Cloud.Knobs["jobSeconds"] = 120;
        foreach (var kind in Enum.GetValues<FaultKind>().Where(k => k != FaultKind.Latency))
            _lab.Cloud.Faults.Add(new FaultRule { Kind = kind, Operation = "GetExecution", Times = 2, Status = 429 });
        var output = _lab.Reveal(await _lab.Runner.RunAsync("byteplus.enhance", _input));
        Assert.Equal("Success", output["Status"]!.GetValue<string>());
        Assert.Equal(1, _lab.Cloud.Charges.Count);
    }

    [Fact]
    public async Task An_unknown_status_word_is_waited_out()
    {
        _lab.Cloud.Knobs["jobSeconds"] = 40;
        _lab.Cloud.Knobs["state.Running"] = "WarmingUp";
        _lab.Cloud.Knobs["state.PendingStart"] = "";
        var run = await _lab.Runner.RunAsync("byteplus.enhance", _input);
        Assert.Equal("Success", _lab.Reveal(run)["Status"]!.GetValue<string>());
        Assert.Contains(run.Progress, p => p.ProviderState == "WarmingUp");
    }

    [Fact]
    public async Task The_limit_ends_with_the_documented_words_and_resuming_pays_nothing()
    {
        _lab.Cloud.Knobs["jobSeconds"] = 3000;
        _lab.Runner.Decisions.Enqueue(new ResumeDecision());

        var run = await _lab.Runner.RunAsync("byteplus.enhance", _input);

        var end = run.Ends.Single();
        var runId = _lab.Cloud.Charges.List()[0].JobId;
        Assert.Equal(FlowOutcome.TimedOut, end.Outcome);
        Assert.Equal(
            """{"error":"Polling timed out (360 attempts × 5s); the job is still processing","resume_hint":{"description":"The job has not finished yet; resume polling with the command below","command":"uv run python scripts/poll_execution.py 'RUN' demo_space"}}""".Replace("RUN", runId, StringComparison.Ordinal),
            end.Error.Document!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("Success", _lab.Reveal(run)["Status"]!.GetValue<string>());
        Assert.Equal(1, _lab.Cloud.Charges.Count);
    }

    [Theory]
    [InlineData("failNext", "Failed", "resume_hint")]
    [InlineData("terminateNext", "Terminated", "note")]
    public async Task A_failed_job_ends_with_the_documented_words_and_a_retry_pays_for_a_new_one(string knob, string status, string extra)
    {
        _lab.Cloud.Knobs[knob] = 1.0;
        _lab.Runner.Decisions.Enqueue(new ResumeDecision());

        var run = await _lab.Runner.RunAsync("byteplus.enhance", _input);

        var document = run.Ends.Single().Error.Document!.AsObject();
        Assert.Equal(["Status", "Code", "SpaceName", extra], document.Select(p => p.Key));
        Assert.Equal(status, document["Status"]!.GetValue<string>());
        Assert.Equal("Success", _lab.Reveal(run)["Status"]!.GetValue<string>());
        Assert.Equal(2, _lab.Cloud.Charges.Count);
        Assert.Equal(2, _lab.Cloud.Charges.List().Select(c => c.ClientToken).Distinct().Count());
    }

    [Theory]
    [InlineData("start")]
    [InlineData("poll")]
    public async Task Pro_without_allowlisting_is_explained_at_once(string at)
    {
        _lab.Cloud.Knobs["proDeniedAt"] = at;
        var started = _lab.Time.GetUtcNow();

        var run = await _lab.Runner.RunAsync("byteplus.enhance", _input.Replace("\"repair_style\":1", "\"repair_style\":2", StringComparison.Ordinal));

        Assert.Equal(ErrorCodes.FeatureNotAllowed, run.Error!.Code);
        Assert.Contains("https://console.byteplus.com/workorder/create", run.Error.Message, StringComparison.Ordinal);
        Assert.True(_lab.Time.GetUtcNow() - started < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Missing_choices_are_asked_for_in_plain_words()
    {
        var e = await Assert.ThrowsAsync<QuestionsException>(() => _lab.Runner.RunAsync("byteplus.enhance", """{"type":"Vid","video":"v0"}"""));

        Assert.Equal(["config", "repair_style"], e.Questions.Select(q => q.Field));
        Assert.All(e.Questions, q => Assert.DoesNotContain("repair_style", q.Text + string.Join(' ', q.Options.Select(o => o.Label)), StringComparison.Ordinal));
        Assert.Equal(
            ["General video", "Short video / UGC", "Short drama / short series", "AI-generated content", "Old film / classic footage"],
            e.Questions[0].Options.Select(o => o.Label));
        Assert.Equal(["Standard", "Pro"], e.Questions[1].Options.Select(o => o.Label));
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Fact]
    public async Task Defaults_are_taken_only_when_asked_for()
    {
        var vid = JsonNode.Parse(_input)!["video"]!.GetValue<string>();
        var run = await _lab.Runner.RunAsync("byteplus.enhance", $$"""{"type":"Vid","video":"{{vid}}"}""", defaults: true);
        Assert.Equal("Success", _lab.Reveal(run)["Status"]!.GetValue<string>());
        Assert.Contains(run.Calls, c => c.Input.GetRawText().Contains("\"config\":\"common\",\"repairStyle\":1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"video":"v0","config":"common","repair_style":1}""", "type")]
    [InlineData("""{"type":"Vid","config":"common","repair_style":1}""", "video")]
    [InlineData("""{"type":"Vid","video":"directurl://a.mp4","config":"common","repair_style":1}""", "fit")]
    [InlineData("""{"type":"Vid","video":"v0","config":"drama","repair_style":1}""", "kind of video")]
    [InlineData("""{"type":"Vid","video":"v0","config":"common","repair_style":3}""", "Standard")]
    [InlineData("""{"type":"Vid","video":"v0","config":"common","repair_style":1,"res":"8k"}""", "resolution")]
    [InlineData("""{"type":"Vid","video":"v0","config":"common","repair_style":1,"pollInterval":0}""", "interval")]
    public async Task Bad_input_is_refused_before_anything_is_called(string input, string said)
    {
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => _lab.Runner.RunAsync("byteplus.enhance", input));
        Assert.Contains(said, e.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Fact]
    public async Task A_dry_run_shows_the_exact_body_without_paying()
    {
        var plan = await _lab.Runner.PlanAsync("byteplus.enhance", """{"type":"Vid","video":"v0310abc","config":"common","repair_style":1}""");
        Assert.True(plan[0].Charged);
        Assert.Equal(
            """{"Input":{"Type":"Vid","Vid":"v0310abc"},"Operation":{"Type":"Task","Task":{"Type":"Enhance","Enhance":{"Type":"Moe","MoeEnhance":{"Config":"common","VideoStrategy":{"RepairStyle":1,"RepairStrength":0}}}}},"Control":{"ClientToken":"{client token}"}}""",
            plan[0].Body!.ToJsonString());
        Assert.Empty(_lab.Cloud.Requests);
    }

    [Fact]
    public async Task A_source_that_does_not_exist_is_refused_with_the_providers_words_and_nothing_is_paid()
    {
        var run = await _lab.Runner.RunAsync("byteplus.enhance", BytePlusLab.Enhance);
        Assert.Equal("ResourceNotFound", run.Error!.ProviderCode);
        Assert.NotNull(run.Error.ProviderRequestId);
        Assert.Equal(0, _lab.Cloud.Charges.Count);
    }
}
