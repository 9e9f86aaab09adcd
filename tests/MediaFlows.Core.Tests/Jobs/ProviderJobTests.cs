using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Submissions;
using MediaFlows.Core.Tests.Submissions;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Tests.Jobs;

public sealed class ProviderJobTests : IAsyncDisposable
{
    private readonly InlineFlowRunner _runner = new(new Dictionary<string, string>(StringComparer.Ordinal), new VirtualTime(), services =>
    {
        services.AddSingleton<IFlow, JobFlow>();
        services.AddSingleton<FakeSubmit>(s => new FakeSubmit(s.GetRequiredService<SubmissionServices>()));
        services.AddSingleton<IActivity>(s => s.GetRequiredService<FakeSubmit>());
        services.AddSingleton<IActivity, FakePoll>();
        services.AddSingleton<IActivity, FakeCancel>();
    });

    public ProviderJobTests()
    {
        FakePoll.Asked.Clear();
        FakeCancel.Cancelled.Clear();
        FakePoll.Script = n => n < 4 ? new PollAnswer(PollState.Pending) { ProviderState = "running" } : Done;
    }

    private static PollAnswer Done => new(PollState.Done) { Result = "ready" };

    private FakeSubmit Submit => _runner.Services.GetRequiredService<FakeSubmit>();

    public ValueTask DisposeAsync() => _runner.DisposeAsync();

    [Fact]
    public async Task A_job_is_submitted_once_and_polled_no_closer_than_documented_until_done()
    {
        var run = await _runner.RunAsync("fake.job", """{"what":"a"}""");
        Assert.Equal("ready", run.Output!.Value.GetProperty("result").GetString());
        Assert.Equal(1, Submit.Accepted);
        Assert.Equal(4, FakePoll.Asked.Count);
        Assert.All(FakePoll.Asked.Zip(FakePoll.Asked.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Polls_that_fail_never_fail_the_job()
    {
        FakePoll.Script = n => n is > 1 and < 6 ? throw FakeSubmit.Fail(retryable: true) : n == 1 ? new PollAnswer(PollState.Pending) : Done;
        var run = await _runner.RunAsync("fake.job", """{"what":"a"}""");
        Assert.NotNull(run.Output);
        Assert.Equal(1, Submit.Accepted);
    }

    [Fact]
    public async Task At_the_limit_the_flow_ends_timed_out_with_the_document_and_resume_asks_the_same_job_again()
    {
        FakePoll.Script = n => n <= 15 ? new PollAnswer(PollState.Pending) : Done;
        _runner.Decisions.Enqueue(new ResumeDecision());
        var run = await _runner.RunAsync("fake.job", """{"what":"a","maxAttempts":10}""");
        var end = Assert.Single(run.Ends);
        Assert.Equal(FlowOutcome.TimedOut, end.Outcome);
        Assert.Equal("job-1", end.ProviderJobId);
        Assert.Equal("job-1", end.Error.Document!["job"]!.GetValue<string>());
        Assert.NotNull(run.Output);
        Assert.All(FakePoll.Asked, a => Assert.Equal("job-1", a.Job));
        Assert.Equal(1, Submit.Accepted);
    }

    [Fact]
    public async Task A_long_wait_continues_as_new_and_still_counts_every_poll()
    {
        FakePoll.Script = _ => new PollAnswer(PollState.Pending);
        var run = await _runner.RunAsync("fake.job", """{"what":"a","maxAttempts":50}""");
        Assert.Equal(FlowOutcome.TimedOut, Assert.Single(run.Ends).Outcome);
        Assert.InRange(FakePoll.Asked.Count, 45, 50);
    }

    [Fact]
    public async Task A_job_that_failed_ends_the_flow_and_a_retry_submits_anew_as_another_ledger_step()
    {
        FakePoll.Script = n => n == 1 ? new PollAnswer(PollState.Failed) { Error = new FlowError(ErrorCodes.JobFailed, "Bad stream.") } : Done;
        _runner.Decisions.Enqueue(new ResumeDecision());
        var run = await _runner.RunAsync("fake.job", """{"what":"a"}""");
        Assert.Equal("Bad stream.", Assert.Single(run.Ends).Error.Message);
        Assert.Equal(2, Submit.Accepted);
        Assert.Equal(2, Submit.Tokens.Distinct().Count());
        Assert.NotNull(run.Output);
    }

    [Fact]
    public async Task A_withdrawn_permission_ends_the_flow_at_once_and_retry_asks_the_same_job()
    {
        FakePoll.Script = n => n == 2 ? throw FakeSubmit.Fail(retryable: false) : n < 4 ? new PollAnswer(PollState.Pending) : Done;
        _runner.Decisions.Enqueue(new ResumeDecision());
        var run = await _runner.RunAsync("fake.job", """{"what":"a"}""");
        Assert.Equal(FlowOutcome.Failed, Assert.Single(run.Ends).Outcome);
        Assert.Equal(1, Submit.Accepted);
        Assert.NotNull(run.Output);
    }

    [Fact]
    public async Task A_refused_submit_ends_the_flow_and_a_retry_submits_under_the_same_ledger_step()
    {
        Submit.Script.Enqueue(() => throw FakeSubmit.Fail(retryable: false));
        _runner.Decisions.Enqueue(new ResumeDecision());
        var run = await _runner.RunAsync("fake.job", """{"what":"a"}""");
        var end = Assert.Single(run.Ends);
        Assert.Equal((FlowOutcome.Failed, ErrorCodes.ProviderRefused), (end.Outcome, end.Error.Code));
        Assert.Single(Submit.Tokens.Distinct());
        Assert.Equal(1, Submit.Accepted);
        Assert.NotNull(run.Output);
    }

    [Fact]
    public async Task An_unknown_submit_waits_for_a_person_and_then_adopts()
    {
        Submit.Script.Enqueue(() => { Submit.Accept(); throw FakeSubmit.NoAnswer(); });
        _runner.Decisions.Enqueue(new ResumeDecision { JobId = "job-1" });
        var run = await _runner.RunAsync("fake.job", """{"what":"a"}""");
        Assert.Equal(FlowOutcome.NeedsAttention, Assert.Single(run.Ends).Outcome);
        Assert.Equal("job-1", run.Output!.Value.GetProperty("jobId").GetString());
        Assert.Equal(1, Submit.Accepted);
    }

    [Fact]
    public async Task Cancel_ends_the_wait_and_asks_the_provider_to_cancel()
    {
        FakePoll.Script = _ => new PollAnswer(PollState.Pending);
        _runner.OnTimer = _ => _runner.Cancel("test", "enough");
        var run = await _runner.RunAsync("fake.job", """{"what":"a"}""");
        Assert.Equal(ErrorCodes.Cancelled, run.Error!.Code);
        Assert.Equal(["job-1"], FakeCancel.Cancelled);
    }

    [Fact]
    public async Task A_callback_that_is_replayed_a_hundred_times_costs_three_polls_and_nothing_of_the_documented_wait()
    {
        FakePoll.Script = _ => new PollAnswer(PollState.Pending);
        var started = _runner.Time.GetUtcNow();
        for (var i = 0; i < 100; i++) _runner.Raise("test:S1_SUBMIT.1", FlowEvents.Callback, _runner.Serializer.ToElement(new CallbackHint("job-1")));
        var run = await _runner.RunAsync("fake.job", """{"what":"a","maxAttempts":10}""");
        Assert.Equal(FlowOutcome.TimedOut, Assert.Single(run.Ends).Outcome);
        Assert.InRange(FakePoll.Asked.Count, 10, 13);
        Assert.True(_runner.Time.GetUtcNow() - started >= TimeSpan.FromSeconds(50));
        Assert.All(FakePoll.Asked.Zip(FakePoll.Asked.Skip(1)).Skip(3), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_callback_wakes_the_wait_at_once()
    {
        FakePoll.Script = _ => Done;
        var started = _runner.Time.GetUtcNow();
        _runner.Raise("test:S1_SUBMIT.1", FlowEvents.Callback, _runner.Serializer.ToElement(new CallbackHint("job-1")));
        await _runner.RunAsync("fake.job", """{"what":"a"}""");
        Assert.True(FakePoll.Asked[0].At - started < TimeSpan.FromSeconds(5));
    }
}
