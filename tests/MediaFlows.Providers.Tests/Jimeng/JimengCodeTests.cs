using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;

namespace MediaFlows.Providers.Tests.Jimeng;

public sealed class JimengCodeTests
{
    [Theory]
    [InlineData("50411", ErrorCodes.ContentRefused, "input image")]
    [InlineData("50412", ErrorCodes.ContentRefused, "input text")]
    [InlineData("50413", ErrorCodes.ContentRefused, "input text")]
    [InlineData("50518", ErrorCodes.ContentRefused, "copyright")]
    [InlineData("50215", ErrorCodes.ProviderRefused, "not valid for this service")]
    [InlineData("50400", ErrorCodes.FeatureNotAllowed, "may not use this mode")]
    public async Task A_refused_submit_is_final_unpaid_and_carries_the_documents_json(string code, string errorCode, string meaning)
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["failNext"] = 1;
        bench.Cloud.Knobs["failCode"] = code;
        var run = await bench.RunAsync(JimengBench.Text);
        Assert.Equal(FlowOutcome.Failed, Assert.Single(run.Ends).Outcome);
        Assert.Equal((errorCode, code, false), (run.Error!.Code, run.Error.ProviderCode, run.Error.Retryable));
        Assert.Contains(meaning, run.Error.Message, StringComparison.Ordinal);
        Assert.Equal(int.Parse(code), run.Error.Document!["error"]!["code"]!.GetValue<int>());
        Assert.NotNull(run.Error.ProviderRequestId);
        Assert.Equal((1, 0), (bench.Requests("CVSync2AsyncSubmitTask"), bench.Cloud.Charges.Count));
    }

    [Theory]
    [InlineData("50511", ErrorCodes.ContentRefused, "output video", "")]
    [InlineData("50512", ErrorCodes.ContentRefused, "output text", "")]
    [InlineData("50516", ErrorCodes.ContentRefused, "output video", "")]
    [InlineData("50517", ErrorCodes.ContentRefused, "output sound", "")]
    [InlineData("50519", ErrorCodes.ContentRefused, "output image", "")]
    [InlineData("50520", ErrorCodes.ProviderRefused, "content check itself", "")]
    [InlineData("50521", ErrorCodes.ProviderRefused, "unwanted content itself", "")]
    [InlineData("50522", ErrorCodes.ProviderRefused, "copyright check itself", "")]
    [InlineData("50511", ErrorCodes.ContentRefused, "output video", "wrapErrors")]
    [InlineData("50511", ErrorCodes.ContentRefused, "output video", "failDone")]
    [InlineData("50500", ErrorCodes.ProviderUnavailable, "server failed", "failDone")]
    [InlineData("59999", ErrorCodes.ProviderRefused, "59999", "failDone")]
    public async Task A_verdict_on_the_output_ends_the_task_in_either_envelope_and_beside_done(string code, string errorCode, string meaning, string knob)
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["failNext"] = 1;
        bench.Cloud.Knobs["failCode"] = code;
        bench.Cloud.Knobs["failAt"] = "query";
        if (knob.Length > 0) bench.Cloud.Knobs[knob] = true;
        var run = await bench.RunAsync(JimengBench.Text);
        Assert.Equal(FlowOutcome.Failed, Assert.Single(run.Ends).Outcome);
        Assert.Equal((errorCode, code, false), (run.Error!.Code, run.Error.ProviderCode, run.Error.Retryable));
        Assert.Contains(meaning, run.Error.Message, StringComparison.Ordinal);
        Assert.Equal("18014398509481984001", run.Error.Document!["task_id"]!.ToString());
        Assert.Equal(1, bench.Requests("CVSync2AsyncSubmitTask"));
    }

    [Theory]
    [InlineData("50429")]
    [InlineData("50430")]
    [InlineData("50500")]
    [InlineData("50501")]
    public async Task A_query_that_is_throttled_or_fails_at_the_server_is_made_again_until_the_limit(string code)
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["failNext"] = 1;
        bench.Cloud.Knobs["failCode"] = code;
        bench.Cloud.Knobs["failAt"] = "query";
        var run = await bench.RunAsync("""{"prompt":"p","maxPollAttempts":6}""");
        Assert.Equal(FlowOutcome.TimedOut, Assert.Single(run.Ends).Outcome);
        Assert.True(bench.Requests("CVSync2AsyncGetResult") > 1);
    }

    [Fact]
    public async Task A_query_under_another_key_ends_the_wait_and_a_retry_asks_for_the_same_task()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["failNext"] = 1;
        bench.Cloud.Knobs["failCode"] = "50215";
        bench.Cloud.Knobs["failAt"] = "query";
        bench.Flows.Decisions.Enqueue(new ResumeDecision());
        var run = await bench.RunAsync(JimengBench.Text);
        Assert.Equal(2, run.Ends.Count);
        Assert.Equal(1, bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task Done_without_a_url_fails_at_once_and_a_retry_asks_again_instead_of_paying_again()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["noUrl"] = true;
        bench.Flows.Decisions.Enqueue(new ResumeDecision());
        var run = await bench.RunAsync(JimengBench.Text);
        Assert.Equal("no_video_url", run.Error!.Document!["error"]!["code"]!.ToString());
        Assert.Equal(2, run.Ends.Count);
        Assert.Equal(1, bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task A_status_word_of_later_days_is_pending()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["jobSeconds"] = 60;
        bench.Cloud.Knobs["status.generating"] = "polishing";
        var run = await bench.RunAsync(JimengBench.Text);
        Assert.NotNull(run.Output);
        Assert.Contains(run.Progress, p => p.ProviderState == "polishing");
    }

    [Fact]
    public async Task Not_found_right_after_the_submit_is_waited_out_and_later_it_is_the_end()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["forgetNext"] = 3;
        Assert.NotNull((await bench.RunAsync(JimengBench.Text)).Output);

        bench.Cloud.Knobs["jobSeconds"] = 1e9;
        bench.Cloud.Knobs["taskHours"] = 0.05;
        var run = await bench.RunAsync(JimengBench.Text, id: "old");
        Assert.Equal("not_found", run.Error!.Document!["error"]!["code"]!.ToString());
    }

    [Fact]
    public async Task An_expired_task_is_the_end()
    {
        await using var bench = await JimengBench.StartAsync();
        bench.Cloud.Knobs["jobSeconds"] = 3600;
        bench.Cloud.Knobs["status.generating"] = "expired";
        Assert.Equal("expired", (await bench.RunAsync(JimengBench.Text)).Error!.ProviderCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_a_retry_with_the_right_one_goes_on()
    {
        await using var bench = await JimengBench.StartAsync(s => s["VOLC_SECRETKEY"] = "wrong");
        var run = await bench.RunAsync(JimengBench.Text);
        Assert.Equal((ErrorCodes.CredentialsRefused, "SignatureDoesNotMatch"), (run.Error!.Code, run.Error.ProviderCode));
        Assert.Equal("SignatureDoesNotMatch", run.Error.Document!["error"]!["code"]!.ToString());
        Assert.Equal(0, bench.Cloud.Charges.Count);
    }

    [Fact]
    public async Task A_temporary_key_signs_with_its_token()
    {
        await using var bench = await JimengBench.StartAsync(s =>
        {
            s["VOLC_ACCESSKEY"] = "AKTPSIMULATEDJIMENG0001";
            s["VOLC_SECRETKEY"] = "simulated-jimeng-temporary-key-0001==";
            s["VOLC_SESSION_TOKEN"] = "simulated-jimeng-session-token";
        });
        Assert.NotNull((await bench.RunAsync(JimengBench.Text)).Output);
    }
}
