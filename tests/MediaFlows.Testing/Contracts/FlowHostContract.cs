using System.Text.Json;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using Xunit;

namespace MediaFlows.Testing.Contracts;

/// <summary>
/// What a user of a flow notices must not depend on the host. Every host's test project compiles this file and runs it on its own engine.
/// </summary>
public abstract partial class FlowHostContract
{
    protected abstract Task<IFlowContractHost> StartHostAsync();

    [Fact]
    public async Task Steps_run_in_order_and_the_output_is_kept()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.steps", new ContractInput { Steps = ["a", "b", "c"], Pause = 5 });
        var ended = await host.EndAsync(id);
        Assert.Equal(FlowStatus.Completed, ended.Status);
        Assert.Equal(["a", "b", "c"], host.Script.Ran);
        Assert.Equal("""{"done":["a.1","b.1","c.1"]}""", ended.Output!.ToJsonString());
        Assert.True(ended.EndedAt - ended.CreatedAt >= TimeSpan.FromSeconds(15));
        Assert.Equal("contract.steps", ended.Flow);
        Assert.Equal("1", ended.Version);
    }

    [Fact]
    public async Task The_trace_of_the_start_reaches_every_step_of_the_flow_and_of_its_child_and_is_the_current_one_there()
    {
        await using var host = await StartHostAsync();
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        foreach (var flow in (string[])["contract.steps", "contract.parent"])
        {
            var start = new FlowStart
            {
                Flow = flow,
                Input = new ContractInput { Steps = ["a", "b"], Pause = 5 },
                TraceParent = $"00-{Trace}-00f067aa0ba902b7-01",
                TraceState = "rojo=1,congo=2",
            };
            await host.EndAsync(await host.Client.StartAsync(start, CancellationToken.None));
        }

        Assert.True(host.Script.Traces.Count > 3);
        Assert.All(host.Script.Traces, t => Assert.StartsWith($"00-{Trace}-", t.Parent, StringComparison.Ordinal));
        Assert.All(host.Script.Traces, t => Assert.Equal(("rojo=1,congo=2", Trace, "rojo=1,congo=2"), (t.State, t.CurrentTrace, t.CurrentState)));
    }

    [Fact]
    public async Task A_failure_carries_every_member_of_its_error()
    {
        await using var host = await StartHostAsync();
        host.Script.Fail("b");
        var ended = await host.EndAsync(await Start(host, "contract.steps", new ContractInput { Steps = ["a", "b"] }));
        Assert.Equal(FlowStatus.Failed, ended.Status);
        Assert.Equal("Failed", ended.Status.ToRuntimeStatus());
        var error = ended.Error!;
        Assert.Equal("Step b failed.\nSecond line: \"quoted\", ünïcode.", error.Message);
        Assert.Equal((ErrorCodes.ProviderRefused, "contract", "Refused.Word", "req-1", 403, "Do something else."), (error.Code, error.Provider, error.ProviderCode, error.ProviderRequestId, error.HttpStatus!.Value, error.Hint));
        Assert.Equal("word for word: 'x' (y) |z|", (string?)error.Document!["resume"]);
    }

    [Fact]
    public async Task A_retryable_failure_is_tried_again_after_the_time_that_the_provider_asked_for()
    {
        await using var host = await StartHostAsync();
        host.Script.Fail("a", retryable: true);
        host.Script.Fail("a", retryable: true);
        var ended = await host.EndAsync(await Start(host, "contract.steps", new ContractInput { Steps = ["a"] }));
        Assert.Equal("""{"done":["a.3"]}""", ended.Output!.ToJsonString());
        Assert.True(ended.EndedAt - ended.CreatedAt >= TimeSpan.FromSeconds(14));
    }

    [Fact]
    public async Task Retry_keeps_every_finished_step_and_runs_the_failed_one_again()
    {
        await using var host = await StartHostAsync();
        host.Script.Fail("b");
        var id = await Start(host, "contract.steps", new ContractInput { Steps = ["a", "b", "c"], Pause = 5 });
        Assert.Equal(FlowStatus.Failed, (await host.EndAsync(id)).Status);
        await host.Client.RetryAsync(id, new ResumeDecision { Reason = "again" }, default);
        var ended = await host.EndAsync(id);
        Assert.Equal(FlowStatus.Completed, ended.Status);
        Assert.Equal(["a", "b", "b", "c"], host.Script.Ran);
        Assert.Equal(1, ended.Resumes);
    }

    [Fact]
    public async Task Retry_of_parallel_work_runs_just_the_failed_item_again()
    {
        await using var host = await StartHostAsync();
        host.Script.Fail("b");
        var id = await Start(host, "contract.fan-out", new ContractInput { Steps = ["a", "b", "c", "d"], Count = 3 });
        Assert.Equal(FlowStatus.Failed, (await host.EndAsync(id)).Status);
        await host.Client.RetryAsync(id, new ResumeDecision(), default);
        var ended = await host.EndAsync(id);
        Assert.Equal("""{"done":["a\u002B","b\u002B","c\u002B","d\u002B"]}""", ended.Output!.ToJsonString());
        Assert.Equal(2, host.Script.Count("b"));
        foreach (var once in (string[])["a", "a+", "b+", "c", "c+", "d", "d+"]) Assert.Equal(1, host.Script.Count(once));
    }

    [Fact]
    public async Task A_second_failure_can_be_retried_too()
    {
        await using var host = await StartHostAsync();
        foreach (var step in (string[])["b", "b", "c"]) host.Script.Fail(step);
        var id = await Start(host, "contract.steps", new ContractInput { Steps = ["a", "b", "c"] });
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(FlowStatus.Failed, (await host.EndAsync(id)).Status);
            await host.Client.RetryAsync(id, new ResumeDecision(), default);
        }

        Assert.Equal(FlowStatus.Completed, (await host.EndAsync(id)).Status);
        Assert.Equal(["a", "b", "b", "b", "c", "c"], host.Script.Ran);
    }

    [Fact]
    public async Task Clean_up_after_a_failure_runs_again_only_when_it_fails_again()
    {
        await using var host = await StartHostAsync();
        host.Script.Fail("work");
        var id = await Start(host, "contract.clean-up", new ContractInput());
        Assert.Equal(FlowStatus.Failed, (await host.EndAsync(id)).Status);
        await host.Client.RetryAsync(id, new ResumeDecision(), default);
        Assert.Equal(FlowStatus.Completed, (await host.EndAsync(id)).Status);
        Assert.Equal(["work", "clean", "work"], host.Script.Ran);
    }

    [Fact]
    public async Task A_paid_call_with_an_unknown_outcome_waits_for_a_person_and_is_never_made_twice()
    {
        await using var host = await StartHostAsync();
        host.Script.Fail("pay", new OutcomeUnknownException(new FlowError(ErrorCodes.ProviderUnavailable, "No answer.")));
        var id = await Start(host, "contract.job", new ContractInput());
        var ended = await host.EndAsync(id);
        Assert.Equal(FlowStatus.NeedsAttention, ended.Status);
        Assert.Equal(ErrorCodes.SubmitOutcomeUnknown, ended.Error!.Code);
        await host.Client.RetryAsync(id, new ResumeDecision { JobId = "job-7" }, default);
        ended = await host.EndAsync(id);
        Assert.Equal("""{"done":["job-7"]}""", ended.Output!.ToJsonString());
        Assert.Equal(["prepare", "pay"], host.Script.Ran);
    }

    [Fact]
    public async Task A_timed_out_job_goes_on_with_the_same_job_as_often_as_it_is_resumed()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.job", new ContractInput { Count = 2 });
        for (var round = 1; round <= 2; round++)
        {
            var ended = await host.EndAsync(id);
            Assert.Equal(FlowStatus.TimedOut, ended.Status);
            Assert.Equal("job-1", ended.ProviderJobId);
            Assert.Equal($"Still running after round {round}.", ended.Error!.Message);
            await host.Client.ResumeAsync(id, new ResumeDecision { Reason = $"go on {round}" }, default);
        }

        var done = await host.EndAsync(id);
        Assert.Equal("""{"done":["job-1"],"note":"go on 2"}""", done.Output!.ToJsonString());
        Assert.Equal(["prepare", "pay"], host.Script.Ran);
        Assert.Equal(2, done.Resumes);
    }

    [Fact]
    public async Task Ids_and_times_are_the_same_before_and_after_a_resume()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.ids", new ContractInput());
        await host.EndAsync(id);
        host.Time.Advance(TimeSpan.FromHours(3));
        await host.Client.ResumeAsync(id, new ResumeDecision(), default);
        var ended = await host.EndAsync(id);
        var seen = ended.Output!["done"]!.AsArray().Select(n => (string)n!).ToList();
        Assert.Equal(host.Script.Ran.Single(), seen[0]);
        Assert.NotEqual(seen[0].Split('@')[0], seen[1]);
    }

    private static async Task<string> Start(IFlowContractHost host, string flow, ContractInput input, string? id = null)
    {
        var started = await host.Client.StartAsync(new FlowStart { Flow = flow, Input = input, InstanceId = id }, default);
        await host.SettleAsync();
        return started;
    }

    private static JsonElement Json(string value) => JsonSerializer.SerializeToElement(value);
}
