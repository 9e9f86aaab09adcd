using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Storage;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Core.Tests.Submissions;

public class ChargedSubmitTests
{
    [Fact]
    public async Task A_step_that_was_accepted_calls_nothing_when_it_runs_again()
    {
        var bench = new LedgerBench();
        var first = await bench.RunAsync();
        var second = await bench.RunAsync();
        Assert.Equal("job-1", first.JobId);
        Assert.Equal("job-1", second.JobId);
        Assert.Equal(1, bench.Submit.Accepted);
        Assert.Equal("i1", await bench.Ledger.FindInstanceAsync("fake", "job-1", CancellationToken.None));
    }

    [Fact]
    public async Task A_step_that_was_refused_fails_again_with_the_recorded_error_and_calls_nothing()
    {
        var bench = new LedgerBench();
        bench.Submit.Script.Enqueue(() => throw FakeSubmit.Fail(retryable: false));
        await Assert.ThrowsAsync<FlowException>(() => bench.RunAsync());
        var again = await Assert.ThrowsAsync<FlowException>(() => bench.RunAsync());
        Assert.Equal(ErrorCodes.ProviderRefused, again.Error.Code);
        Assert.Single(bench.Submit.Tokens);
    }

    [Fact]
    public async Task A_call_that_certainly_was_not_accepted_is_made_again_with_the_same_token()
    {
        var bench = new LedgerBench();
        bench.Submit.Script.Enqueue(() => throw FakeSubmit.Fail(retryable: true));
        var refused = await Assert.ThrowsAsync<FlowException>(() => bench.RunAsync());
        Assert.True(refused.Error.Retryable);
        Assert.Equal("job-1", (await bench.RunAsync()).JobId);
        Assert.Single(bench.Submit.Tokens.Distinct());
        Assert.True(bench.Submit.Tokens[0].Length <= 48);
    }

    [Fact]
    public async Task Without_recovery_a_lost_answer_needs_attention_and_is_never_submitted_again_by_itself()
    {
        var bench = new LedgerBench();
        bench.Submit.Script.Enqueue(() => { bench.Submit.Accept(); throw FakeSubmit.NoAnswer(); });
        for (var run = 0; run < 3; run++)
        {
            var receipt = await bench.RunAsync();
            Assert.Null(receipt.JobId);
            Assert.Equal(ErrorCodes.SubmitOutcomeUnknown, receipt.Attention!.Code);
        }

        Assert.Equal(1, bench.Submit.Accepted);
        Assert.Equal(SubmissionState.Intent, (await bench.RecordAsync()).State);
    }

    [Fact]
    public async Task A_job_id_given_by_a_person_is_adopted()
    {
        var bench = new LedgerBench();
        bench.Submit.Script.Enqueue(() => { bench.Submit.Accept(); throw FakeSubmit.NoAnswer(); });
        await bench.RunAsync();
        var adopted = await bench.RunAsync(i => i with { Decision = new ResumeDecision { JobId = "job-1" } });
        Assert.Equal("job-1", adopted.JobId);
        Assert.True(adopted.Adopted);
        Assert.Equal("job-1", (await bench.RunAsync()).JobId);
        Assert.Equal(1, bench.Submit.Accepted);
    }

    [Fact]
    public async Task Resubmit_is_done_only_when_a_person_or_the_policy_says_so()
    {
        var byPerson = new LedgerBench();
        byPerson.Submit.Script.Enqueue(() => { byPerson.Submit.Accept(); throw FakeSubmit.NoAnswer(); });
        await byPerson.RunAsync();
        Assert.Equal("job-2", (await byPerson.RunAsync(i => i with { Decision = new ResumeDecision { Resubmit = true } })).JobId);

        var byPolicy = new LedgerBench();
        byPolicy.Submit.Script.Enqueue(() => { byPolicy.Submit.Accept(); throw FakeSubmit.NoAnswer(); });
        var lost = await Assert.ThrowsAsync<FlowException>(() => byPolicy.RunAsync(i => i with { OnAmbiguousSubmit = AmbiguousSubmit.Resubmit }));
        Assert.True(lost.Error.Retryable);
        Assert.Equal("job-2", (await byPolicy.RunAsync(i => i with { OnAmbiguousSubmit = AmbiguousSubmit.Resubmit })).JobId);
    }

    [Fact]
    public async Task A_refused_step_is_submitted_when_a_person_retries_it_and_a_crash_after_that_is_an_unknown_outcome_again()
    {
        var bench = new LedgerBench();
        bench.Submit.Script.Enqueue(() => throw FakeSubmit.Fail(retryable: false));
        await Assert.ThrowsAsync<FlowException>(() => bench.RunAsync());
        bench.Submit.Script.Enqueue(() => { bench.Submit.Accept(); throw new InvalidOperationException("the process dies here"); });
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.RunAsync(i => i with { Decision = new ResumeDecision() }));
        Assert.NotNull((await bench.RunAsync(i => i with { Decision = new ResumeDecision() })).Attention);
        Assert.Equal(1, bench.Submit.Accepted);
    }

    [Fact]
    public async Task The_policy_to_resubmit_ends_with_a_person_after_three_tries_and_keeps_the_documents_words()
    {
        var bench = new LedgerBench();
        var document = new System.Text.Json.Nodes.JsonObject { ["success"] = false };
        for (var i = 0; i < 5; i++)
        {
            bench.Submit.Script.Enqueue(() =>
            {
                bench.Submit.Accept();
                throw new OutcomeUnknownException(new FlowError(ErrorCodes.ProviderUnavailable, "Internal Error.") { ProviderCode = "50500", Document = document });
            });
        }

        SubmitInput<FakeRequest> Policy(SubmitInput<FakeRequest> i) => i with { OnAmbiguousSubmit = AmbiguousSubmit.Resubmit };
        for (var run = 0; run < 2; run++) Assert.True((await Assert.ThrowsAsync<FlowException>(() => bench.RunAsync(Policy))).Error.Retryable);
        var attention = (await bench.RunAsync(Policy)).Attention!;
        Assert.Equal("50500", attention.ProviderCode);
        Assert.EndsWith("Internal Error.", attention.Message, StringComparison.Ordinal);
        Assert.False(attention.Document!["success"]!.GetValue<bool>());
        Assert.Equal(3, bench.Submit.Accepted);
    }

    [Fact]
    public async Task A_deduplicating_provider_is_called_again_with_the_same_token()
    {
        var bench = new LedgerBench(SubmitRecovery.SameToken);
        bench.Submit.Script.Enqueue(() => throw FakeSubmit.NoAnswer());
        Assert.True((await Assert.ThrowsAsync<FlowException>(() => bench.RunAsync())).Error.Retryable);
        Assert.Equal("job-1", (await bench.RunAsync()).JobId);
        Assert.Equal(2, bench.Submit.Tokens.Count);
        Assert.Single(bench.Submit.Tokens.Distinct());
    }

    [Fact]
    public async Task A_searchable_provider_is_asked_first_and_its_job_adopted()
    {
        var bench = new LedgerBench(SubmitRecovery.LookUp);
        bench.Submit.Script.Enqueue(() => { bench.Submit.Accept(); throw FakeSubmit.NoAnswer(); });
        await Assert.ThrowsAsync<FlowException>(() => bench.RunAsync());
        bench.Submit.OnLookUp = () => new Submitted("job-1");
        Assert.True((await bench.RunAsync()).Adopted);
        Assert.Equal(1, bench.Submit.Accepted);
    }

    [Fact]
    public async Task A_searchable_provider_without_the_job_is_called_again_and_one_that_cannot_tell_is_not()
    {
        var absent = new LedgerBench(SubmitRecovery.LookUp);
        absent.Submit.Script.Enqueue(() => throw FakeSubmit.NoAnswer());
        await Assert.ThrowsAsync<FlowException>(() => absent.RunAsync());
        absent.Submit.OnLookUp = () => null;
        Assert.Equal("job-1", (await absent.RunAsync()).JobId);

        var unsure = new LedgerBench(SubmitRecovery.LookUp);
        unsure.Submit.Script.Enqueue(() => throw FakeSubmit.NoAnswer());
        await Assert.ThrowsAsync<FlowException>(() => unsure.RunAsync());
        unsure.Submit.OnLookUp = () => throw FakeSubmit.NoAnswer();
        Assert.Equal(ErrorCodes.SubmitOutcomeUnknown, (await unsure.RunAsync()).Attention!.Code);
        Assert.Single(unsure.Submit.Tokens);
    }

    [Fact]
    public async Task A_crash_between_intent_and_answer_is_an_unknown_outcome()
    {
        var bench = new LedgerBench();
        bench.Submit.Script.Enqueue(() => throw new InvalidOperationException("the process dies here"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.RunAsync());
        Assert.NotNull((await bench.RunAsync()).Attention);
        Assert.Equal(0, bench.Submit.Accepted);
    }

    [Theory]
    [InlineData(BlobFailure.Unavailable)]
    [InlineData(BlobFailure.Throttled)]
    public async Task The_answer_is_written_down_once_storage_is_back_however_many_writes_fail_in_between(BlobFailure failure)
    {
        var bench = new LedgerBench();
        bench.Submit.Script.Enqueue(() =>
        {
            bench.Blobs.Fails = failure;
            return bench.Submit.Accept();
        });
        var running = bench.RunAsync();
        for (var second = 0; second < 90; second++) bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(running.IsCompleted);
        bench.Blobs.Fails = null;
        bench.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("job-1", (await running).JobId);
        Assert.Equal("job-1", (await bench.RecordAsync()).JobId);
        Assert.Equal("i1", await bench.Ledger.FindInstanceAsync("fake", "job-1", CancellationToken.None));
    }

    [Fact]
    public async Task Storage_that_stays_away_fails_the_step_and_the_next_run_pays_nothing()
    {
        var bench = new LedgerBench();
        bench.Submit.Script.Enqueue(() =>
        {
            bench.Blobs.Fails = BlobFailure.Unavailable;
            return bench.Submit.Accept();
        });
        var running = bench.RunAsync();
        for (var second = 0; second < 130; second++) bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(BlobFailure.Unavailable, (await Assert.ThrowsAsync<BlobStoreException>(() => running)).Failure);
        bench.Blobs.Fails = null;
        Assert.Equal(ErrorCodes.SubmitOutcomeUnknown, (await bench.RunAsync()).Attention!.Code);
        Assert.Equal(1, bench.Submit.Accepted);
    }

    [Fact]
    public async Task A_throttled_call_that_cannot_be_written_down_at_once_is_no_unknown_outcome()
    {
        var bench = new LedgerBench();
        bench.Submit.Script.Enqueue(() =>
        {
            bench.Blobs.Fails = BlobFailure.Unavailable;
            throw FakeSubmit.Fail(retryable: true);
        });
        var running = bench.RunAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(5));
        bench.Blobs.Fails = null;
        bench.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.True((await Assert.ThrowsAsync<FlowException>(() => running)).Error.Retryable);
        Assert.Equal("job-1", (await bench.RunAsync()).JobId);
    }

    [Fact]
    public async Task A_write_that_was_carried_out_though_its_answer_was_lost_is_known_as_our_own()
    {
        var bench = new LedgerBench();
        bench.Submit.Script.Enqueue(() =>
        {
            bench.Blobs.LosesAnswers = 1;
            return bench.Submit.Accept();
        });
        Assert.Equal("job-1", (await bench.RunAsync()).JobId);
        Assert.Equal("i1", await bench.Ledger.FindInstanceAsync("fake", "job-1", CancellationToken.None));
    }

    [Fact]
    public async Task Another_request_under_the_same_step_is_refused_before_any_call()
    {
        var bench = new LedgerBench();
        await bench.RunAsync();
        var e = await Assert.ThrowsAsync<FlowException>(() => bench.RunAsync(i => i with { Request = new FakeRequest("b") }));
        Assert.Equal(ErrorCodes.NonDeterminism, e.Error.Code);
        Assert.Single(bench.Submit.Tokens);
    }

    [Fact]
    public async Task Purge_removes_the_records_and_the_way_back_from_the_job()
    {
        var bench = new LedgerBench();
        await bench.RunAsync();
        await bench.Ledger.PurgeAsync("i1", CancellationToken.None);
        Assert.Null(await bench.Ledger.FindAsync("i1", "S1", CancellationToken.None));
        Assert.Null(await bench.Ledger.FindInstanceAsync("fake", "job-1", CancellationToken.None));
    }
}
