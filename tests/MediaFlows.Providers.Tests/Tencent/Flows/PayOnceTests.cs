using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Simulator.Faults;

namespace MediaFlows.Providers.Tests.Tencent.Flows;

/// <summary>Whatever happens to the answer of a paid submit, the service is asked to do the work once.</summary>
public sealed class PayOnceTests : IAsyncLifetime
{
    private TencentLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await TencentLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    public static TheoryData<string, string, string> Submits => new()
    {
        { "tencent.process", """{"operation":"transcode"}""", "ProcessMedia" },
        { "tencent.process", """{"operation":"procedure","procedure":"P"}""", "ProcessMediaByProcedure" },
        { "tencent.image-process", """{"operation":"understand"}""", "ProcessImageAsync" },
        { "tencent.aigc-image", """{"prompt":"p"}""", "CreateAigcImageTask" },
        { "tencent.aigc-video", """{"model":"Kling","prompt":"p"}""", "CreateAigcVideoTask" },
        { "tencent.scene-image", """{"sceneType":"outpainting"}""", "CreateSceneAigcImageTask" },
        { "tencent.scene-video", "{}", "CreateSceneAigcVideoTask" },
        { "tencent.custom-element", """{"elementName":"n","elementDescription":"d","referenceType":"video_refer","elementVideoList":"{\"refer_videos\":[{\"video_url\":\"https://e.com/1.mp4\"}]}"}""", "CreateAigcAdvancedCustomElement" },
        { "tencent.import-knowledge", "{}", "ImportMediaKnowledge" },
    };

    [Theory]
    [MemberData(nameof(Submits))]
    public async Task An_answer_that_is_lost_is_found_again(string flow, string input, string action)
    {
        var given = await CompleteAsync(flow, input);
        _lab.Cloud.Faults.Add(new FaultRule { Operation = action, Kind = FaultKind.DropAfter });

        var output = await _lab.OutputAsync(flow, given);

        var charge = Assert.Single(_lab.Cloud.Charges.List());
        Assert.Equal(charge.JobId, output["TaskId"]!.ToString());
        if (action != "ImportMediaKnowledge") Assert.StartsWith("mf-", charge.ClientToken, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.DropBefore, null)]
    [InlineData(FaultKind.Truncate, null)]
    [InlineData(FaultKind.Status, "InternalError")]
    [InlineData(FaultKind.Status, "RequestLimitExceeded")]
    public async Task A_call_that_did_not_get_through_is_made_again(FaultKind kind, string? code)
    {
        _lab.Cloud.Faults.Add(code is null ? new FaultRule { Operation = "CreateAigcVideoTask", Kind = kind } : TaskFlowTests.Refusal("CreateAigcVideoTask", code));

        await _lab.PacedAsync(_lab.OutputAsync("tencent.aigc-video", """{"model":"Kling","prompt":"p"}"""));

        Assert.Single(_lab.Charged);
    }

    [Fact]
    public async Task A_task_that_the_list_shows_late_is_not_paid_again()
    {
        _lab.Cloud.Knobs["taskListLagSeconds"] = 5;
        _lab.Cloud.Faults.Add(new FaultRule { Operation = "CreateAigcVideoTask", Kind = FaultKind.DropAfter });

        var output = await _lab.OutputAsync("tencent.aigc-video", """{"model":"Kling","prompt":"p"}""");

        Assert.Equal(Assert.Single(_lab.Cloud.Charges.List()).JobId, output["TaskId"]!.ToString());
        Assert.True(_lab.Requests("CreateAigcVideoTask") > 1);
    }

    [Fact]
    public async Task A_lost_task_is_found_behind_many_others()
    {
        for (var i = 0; i < 150; i++) await _lab.PacedAsync(_lab.OutputAsync("tencent.aigc-image", """{"prompt":"p","wait":false}""", $"other-{i}"));
        _lab.Cloud.Faults.Add(new FaultRule { Operation = "CreateAigcVideoTask", Kind = FaultKind.DropAfter });

        await _lab.PacedAsync(_lab.OutputAsync("tencent.aigc-video", """{"model":"Kling","prompt":"p"}"""));

        Assert.Equal(1, _lab.Requests("CreateAigcVideoTask"));
    }

    [Fact]
    public async Task A_task_that_the_list_never_shows_needs_a_person_who_adopts_it()
    {
        _lab.Cloud.Knobs["taskListLagSeconds"] = 1_000_000;
        _lab.Cloud.Faults.Add(new FaultRule { Operation = "CreateAigcVideoTask", Kind = FaultKind.DropAfter });
        var run = await _lab.Runner.RunAsync("tencent.aigc-video", """{"model":"Kling","prompt":"p"}""");
        Assert.Equal(FlowOutcome.NeedsAttention, run.Ends[^1].Outcome);
        Assert.Equal(ErrorCodes.SubmitOutcomeUnknown, run.Error!.Code);

        var taskId = Assert.Single(_lab.Cloud.Charges.List()).JobId;
        _lab.Runner.Decisions.Enqueue(new ResumeDecision { JobId = taskId });
        var output = await _lab.OutputAsync("tencent.aigc-video", """{"model":"Kling","prompt":"p"}""");

        Assert.Equal(taskId, output["TaskId"]!.ToString());
        Assert.Single(_lab.Charged);
    }

    [Fact]
    public async Task An_import_that_is_not_listed_yet_is_looked_for_again_before_anything_is_sent()
    {
        var input = await CompleteAsync("tencent.import-knowledge", "{}");
        _lab.Cloud.Knobs["taskListLagSeconds"] = 20;
        _lab.Cloud.Faults.Add(new FaultRule { Operation = "ImportMediaKnowledge", Kind = FaultKind.DropAfter });

        await _lab.OutputAsync("tencent.import-knowledge", input);

        Assert.Single(_lab.Charged);
        Assert.Equal(1, _lab.Requests("ImportMediaKnowledge"));
    }

    [Fact]
    public async Task An_own_session_that_was_used_before_leads_to_the_task_that_it_started()
    {
        const string Input = """{"model":"Kling","prompt":"p","sessionId":"order-17"}""";
        var first = await _lab.OutputAsync("tencent.aigc-video", Input, "first");
        var second = await _lab.OutputAsync("tencent.aigc-video", Input, "second");

        Assert.Equal(first["TaskId"]!.ToString(), second["TaskId"]!.ToString());
        Assert.Equal("order-17", Assert.Single(_lab.Cloud.Charges.List()).ClientToken);
    }

    [Fact]
    public async Task A_refusal_is_final_and_costs_nothing()
    {
        var run = await _lab.Runner.RunAsync("tencent.process", """{"operation":"transcode","fileId":"404"}""");

        Assert.Equal("InvalidParameterValue.FileId", run.Error!.ProviderCode);
        Assert.Equal(ErrorCodes.ProviderRefused, run.Error.Code);
        Assert.Equal(1, _lab.Requests("ProcessMedia"));
        Assert.Empty(_lab.Charged);
    }

    [Fact]
    public async Task A_pull_whose_answer_is_lost_does_not_run_twice()
    {
        _lab.Cloud.Faults.Add(new FaultRule { Operation = "PullUpload", Kind = FaultKind.DropAfter });

        await _lab.OutputAsync("tencent.pull-upload", """{"url":"https://e.com/a.mp4","mediaName":"once"}""");

        var found = await _lab.AskAsync("tencent.search-media", """{"names":["once"]}""");
        Assert.Equal(1, (int)found["TotalCount"]!);
    }

    [Fact]
    public async Task Missing_credentials_name_the_variable_and_nothing_is_called()
    {
        await using var bare = await TencentLab.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["TENCENTCLOUD_SECRET_KEY"] = null });

        var run = await bare.Runner.RunAsync("tencent.aigc-video", """{"model":"Kling","prompt":"p"}""");

        Assert.Equal(ErrorCodes.CredentialsMissing, run.Error!.Code);
        Assert.Equal("The credential TENCENTCLOUD_SECRET_KEY is not set.", run.Error.Message);
        Assert.Empty(bare.Cloud.Requests);
    }

    [Fact]
    public async Task Keys_appear_in_no_record_of_a_run()
    {
        await _lab.OutputAsync("tencent.aigc-video", """{"model":"Kling","prompt":"p"}""");

        var recorded = string.Join('\n', _lab.Runner.Run.Calls.Select(c => c.Input.GetRawText())) + _lab.Runner.Run.Output;
        Assert.DoesNotContain(_lab.Environment["TENCENTCLOUD_SECRET_KEY"], recorded, StringComparison.Ordinal);
        Assert.DoesNotContain(_lab.Environment["TENCENTCLOUD_SECRET_ID"], recorded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tencent.pull-upload", """{"url":"https://e.com/a.mp4?sign=canary"}""")]
    [InlineData("tencent.process", """{"operation":"transcode","fileId":"https://e.com/a.mp4?sign=canary"}""")]
    [InlineData("tencent.aigc-image", """{"prompt":"p","fileUrl":"https://e.com/a.png?sign=canary"}""")]
    [InlineData("tencent.scene-video", """{"inputFiles":["Url:https://e.com/a.png?sign=canary"]}""")]
    [InlineData("tencent.custom-element", """{"elementName":"n","elementDescription":"d","referenceType":"video_refer","elementVideoList":"{\"refer_videos\":[{\"video_url\":\"https://e.com/1.mp4?sign=canary\"}]}"}""")]
    public async Task The_signature_of_a_given_link_is_readable_in_no_record_of_a_run(string flow, string input)
    {
        await _lab.OutputAsync(flow, input);

        var run = _lab.Runner.Run;
        Assert.DoesNotContain("canary", string.Join('\n', run.Calls.Select(c => c.Input.GetRawText())) + run.Output, StringComparison.Ordinal);
        Assert.Contains(_lab.Cloud.Charges.List().Count > 0 ? "mf:u:" : "FileId", string.Join('\n', run.Calls.Select(c => c.Input.GetRawText())) + run.Output, StringComparison.Ordinal);
    }

    private async Task<string> CompleteAsync(string flow, string input)
    {
        if (flow is "tencent.aigc-image" or "tencent.aigc-video" or "tencent.custom-element") return input;
        if (flow is "tencent.scene-image" or "tencent.scene-video") return TaskFlowTests.With(input, "inputFiles", new JsonArray("Url:https://e.com/a.png"));
        return TaskFlowTests.With(input, "fileId", await _lab.AddMediaAsync("a.png"));
    }
}
