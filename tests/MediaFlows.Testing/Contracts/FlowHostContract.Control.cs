using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using Xunit;

namespace MediaFlows.Testing.Contracts;

public abstract partial class FlowHostContract
{
    [Fact]
    public async Task A_failed_child_goes_on_when_its_parent_is_retried()
    {
        await using var host = await StartHostAsync();
        host.Script.Fail("b");
        var id = await Start(host, "contract.parent", new ContractInput { Steps = ["a", "b"] });
        Assert.Equal(FlowStatus.Failed, (await host.EndAsync(id)).Status);
        await host.Client.RetryAsync(id, new ResumeDecision(), default);
        Assert.Equal(FlowStatus.Completed, (await host.EndAsync(id)).Status);
        Assert.Equal(["before", "a", "b", "b", "after"], host.Script.Ran);
    }

    [Fact]
    public async Task An_event_that_comes_before_its_wait_is_kept_and_one_that_comes_after_a_withdrawn_wait_too()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.events", new ContractInput { Count = 3 });
        host.Time.Advance(TimeSpan.FromSeconds(11));
        await host.SettleAsync();
        await host.Client.RaiseEventAsync(id, "word", Json("one"), default);
        await host.Client.RaiseEventAsync(id, "WORD", Json("two"), default);
        var ended = await host.EndAsync(id);
        Assert.Equal("""{"done":["-","one","two"]}""", ended.Output!.ToJsonString());
    }

    [Fact]
    public async Task Continue_as_new_keeps_events_and_the_input_of_the_start()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.loop", new ContractInput { Count = 3 });
        await host.Client.RaiseEventAsync(id, "word", Json("one"), default);
        await host.Client.RaiseEventAsync(id, "word", Json("two"), default);
        await host.SettleAsync();
        var ended = await host.EndAsync(id);
        Assert.Equal("""{"done":["one","two"]}""", ended.Output!.ToJsonString());
        Assert.Equal(3, (int)ended.Input!["count"]!);
    }

    [Fact]
    public async Task Cancel_ends_the_wait_at_once_and_lets_the_flow_clean_up()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.clean-up", new ContractInput());
        await host.Client.CancelAsync(id, "no longer needed", default);
        await host.SettleAsync();
        var ended = (await host.Client.GetAsync(id, default))!;
        Assert.Equal(FlowStatus.Cancelled, ended.Status);
        Assert.Equal("The flow was cancelled: no longer needed", ended.Error!.Message);
        Assert.Equal(["work", "clean"], host.Script.Ran);
        await Refused(ErrorCodes.InvalidState, () => host.Client.RetryAsync(id, new ResumeDecision(), default));
    }

    [Fact]
    public async Task Cancel_reaches_the_child()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.parent", new ContractInput { Steps = ["a", "b"], Pause = 3600 });
        await host.Client.CancelAsync(id, null, default);
        await host.SettleAsync();
        Assert.Equal(FlowStatus.Cancelled, (await host.Client.GetAsync(id, default))!.Status);
        Assert.Equal(FlowStatus.Cancelled, (await host.Client.GetAsync(id + ":child", default))!.Status);
    }

    [Fact]
    public async Task A_cancellation_survives_continue_as_new()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.loop", new ContractInput { Count = 100000 });
        await host.Client.CancelAsync(id, null, default);
        Assert.Equal(FlowStatus.Cancelled, (await host.EndAsync(id)).Status);
    }

    [Fact]
    public async Task Terminate_stops_the_flow_and_its_child()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.parent", new ContractInput { Steps = ["a", "b"], Pause = 3600 });
        await host.Client.TerminateAsync(id, "enough", default);
        await host.SettleAsync();
        var ended = (await host.Client.GetAsync(id, default))!;
        Assert.Equal(FlowStatus.Terminated, ended.Status);
        Assert.Equal(ErrorCodes.Terminated, ended.Error!.Code);
        Assert.Contains("enough", ended.Error.Message);
        Assert.Equal(FlowStatus.Terminated, (await host.Client.GetAsync(id + ":child", default))!.Status);
    }

    [Fact]
    public async Task A_suspended_instance_runs_no_code_until_it_is_resumed()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.steps", new ContractInput { Steps = ["a", "b"], Pause = 60 });
        await host.Client.SuspendAsync(id, null, default);
        await host.SettleAsync();
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.SettleAsync();
        Assert.Equal(FlowStatus.Suspended, (await host.Client.GetAsync(id, default))!.Status);
        Assert.Equal(["a"], host.Script.Ran);
        await host.Client.ResumeAsync(id, new ResumeDecision(), default);
        Assert.Equal(FlowStatus.Completed, (await host.EndAsync(id)).Status);
    }

    [Fact]
    public async Task A_running_flow_shows_its_progress_and_what_it_waits_for()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.steps", new ContractInput { Steps = ["a", "b"], Pause = 60 });
        var now = (await host.Client.GetAsync(id, default))!;
        Assert.Equal(FlowStatus.Running, now.Status);
        Assert.Equal("a", (string?)now.Progress!["stage"]);
        Assert.StartsWith("timer until", now.WaitingFor, StringComparison.Ordinal);
        Assert.Equal(host.Time.GetUtcNow().AddSeconds(60), now.NextWakeAt);
    }

    [Fact]
    public async Task Secrets_and_signed_urls_are_stored_encrypted_and_reach_the_steps_in_the_clear()
    {
        await using var host = await StartHostAsync();
        host.Script.Fail("b");
        var id = await Start(host, "contract.steps", new ContractInput { Steps = ["a", "b"], Secret = "CANARY-SECRET" });
        await host.EndAsync(id);
        await host.Client.RetryAsync(id, new ResumeDecision(), default);
        await host.EndAsync(id);
        Assert.All(host.Script.Secrets, s => Assert.Equal("CANARY-SECRET", s));
        Assert.DoesNotContain("CANARY", await host.StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_is_taken_until_it_is_purged()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.steps", new ContractInput { Steps = ["a"] }, "mine");
        await host.EndAsync(id);
        await Refused(ErrorCodes.InstanceExists, () => Start(host, "contract.steps", new ContractInput(), "mine"));
        Assert.True(await host.Client.PurgeAsync(id, default));
        Assert.Null(await host.Client.GetAsync(id, default));
        Assert.Equal("mine", await Start(host, "contract.steps", new ContractInput { Steps = ["a"] }, "mine"));
    }

    [Fact]
    public async Task Verbs_that_do_not_fit_the_state_are_refused()
    {
        await using var host = await StartHostAsync();
        var live = await Start(host, "contract.clean-up", new ContractInput());
        await Refused(ErrorCodes.InvalidState, () => host.Client.RetryAsync(live, new ResumeDecision(), default));
        await Refused(ErrorCodes.InvalidState, () => host.Client.ResumeAsync(live, new ResumeDecision(), default));
        await Refused(ErrorCodes.InvalidState, () => host.Client.PurgeAsync(live, default));
        await Refused(ErrorCodes.InstanceNotFound, () => host.Client.CancelAsync("nobody", null, default));
        var ended = await Start(host, "contract.steps", new ContractInput());
        await host.EndAsync(ended);
        await Refused(ErrorCodes.InvalidState, () => host.Client.CancelAsync(ended, null, default));
        await Refused(ErrorCodes.InvalidState, () => host.Client.TerminateAsync(ended, null, default));
        await Refused(ErrorCodes.InvalidState, () => host.Client.SuspendAsync(ended, null, default));
        await Refused(ErrorCodes.InvalidState, () => host.Client.RaiseEventAsync(ended, "word", Json("x"), default));
    }

    [Fact]
    public async Task Listing_is_newest_first_in_pages_and_leaves_children_out()
    {
        await using var host = await StartHostAsync();
        for (var i = 0; i < 5; i++)
        {
            await Start(host, i == 2 ? "contract.parent" : "contract.steps", new ContractInput { Steps = ["a"] }, $"n{(i * 3) % 5}-{i}");
            host.Time.Advance(TimeSpan.FromDays(i + 1));
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await host.Client.ListAsync(new FlowQuery { Top = 2, Continuation = cursor }, default);
            seen.AddRange(page.Items.Select(p => p.Id));
            cursor = page.Continuation;
        }
        while (cursor is not null);

        Assert.Equal(["n2-4", "n4-3", "n1-2", "n3-1", "n0-0"], seen);
        Assert.Equal("n1-2", (await host.Client.ListAsync(new FlowQuery { Flow = "contract.parent" }, default)).Items.Single().Id);
        Assert.Equal("n1-2:child", (await host.Client.ListAsync(new FlowQuery { ParentId = "n1-2" }, default)).Items.Single().Id);
    }

    [Fact]
    public async Task Restart_runs_the_same_input_again()
    {
        await using var host = await StartHostAsync();
        var id = await Start(host, "contract.steps", new ContractInput { Steps = ["a"] });
        await host.EndAsync(id);
        var other = await host.Client.RestartAsync(id, sameId: false, default);
        Assert.NotEqual(id, other);
        Assert.Equal(FlowStatus.Completed, (await host.EndAsync(other)).Status);
        Assert.Equal(id, await host.Client.RestartAsync(id, sameId: true, default));
        Assert.Equal(FlowStatus.Completed, (await host.EndAsync(id)).Status);
        Assert.Equal(3, host.Script.Count("a"));
    }

    private static async Task Refused(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<FlowException>(act)).Error.Code);
}
