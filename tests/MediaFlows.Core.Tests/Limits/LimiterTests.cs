using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Limits.Flows;

namespace MediaFlows.Core.Tests.Limits;

public sealed class LimiterTests
{
    private static readonly (string, string) ThreeJobs = ("MEDIAFLOWS_LIMIT_BUSY_JOBS", "3");

    [Fact]
    public async Task Never_more_jobs_run_than_allowed_and_all_get_their_turn_in_the_order_they_asked()
    {
        await using var world = await LimitedWorld.StartAsync(ThreeJobs);
        var ids = await world.StartJobsAsync(20);
        Assert.Equal((3, 17), await world.UseAsync());
        foreach (var id in ids) Assert.Equal(FlowStatus.Completed, (await world.Host.RunToEndAsync(id)).Status);

        Assert.Equal(3, world.Cloud.MostAtOnce);
        Assert.Equal(ids, world.Cloud.Order);
        Assert.Equal((0, 0), await world.UseAsync());
    }

    [Fact]
    public async Task Without_a_limit_no_limiter_is_started()
    {
        await using var world = await LimitedWorld.StartAsync();
        foreach (var id in await world.StartJobsAsync(5)) await world.Host.RunToEndAsync(id);
        Assert.Equal(5, world.Cloud.MostAtOnce);
        Assert.Null(await world.Host.Client.GetAsync(LimiterFlow.InstanceOf("busy"), default));
    }

    [Fact]
    public async Task Submits_keep_to_the_rate_with_at_most_a_seconds_worth_at_once()
    {
        await using var world = await LimitedWorld.StartAsync(("MEDIAFLOWS_LIMIT_BUSY_SUBMITS_PER_MINUTE", "120"));
        foreach (var id in await world.StartJobsAsync(30))
        {
            var ended = await world.Host.RunToEndAsync(id);
            Assert.True(ended.Status == FlowStatus.Completed, ended.Error?.Message);
        }

        var times = world.Cloud.Submits;
        for (var first = 0; first < times.Count; first++)
            for (var last = first + 2; last < times.Count; last++)
                Assert.True((times[last] - times[first]).TotalSeconds >= ((last - first - 1) * 0.5) - 0.001, $"{last - first + 1} submits in {(times[last] - times[first]).TotalSeconds} s");
        Assert.InRange((times[^1] - times[0]).TotalSeconds, 14, 16);
    }

    [Fact]
    public async Task A_crash_at_any_time_lets_nobody_past_the_limit_and_forgets_nobody()
    {
        await using var world = await LimitedWorld.StartAsync(ThreeJobs);
        var ids = await world.StartJobsAsync(12);
        for (var crash = 0; crash < 8; crash++)
        {
            await world.Host.CrashAndRestartAsync();
            await world.Host.PassAsync(TimeSpan.FromSeconds(11));
        }

        foreach (var id in ids) Assert.Equal(FlowStatus.Completed, (await world.Host.RunToEndAsync(id)).Status);
        Assert.Equal(3, world.Cloud.MostAtOnce);
        Assert.Equal(12, world.Cloud.Submits.Count);
    }

    [Fact]
    public async Task A_cancelled_flow_leaves_the_queue_and_a_cancelled_job_its_place()
    {
        await using var world = await LimitedWorld.StartAsync(ThreeJobs);
        var ids = await world.StartJobsAsync(6);
        await world.Host.Client.CancelAsync(ids[4], null, default);
        await world.Host.SettleAsync();
        Assert.Equal((3, 2), await world.UseAsync());

        await world.Host.Client.CancelAsync(ids[0], null, default);
        await world.Host.SettleAsync();
        Assert.Equal((3, 1), await world.UseAsync());
        Assert.Equal(["f000", "f001", "f002", "f003"], world.Cloud.Order);
        Assert.Equal(FlowStatus.Cancelled, (await world.GetAsync(ids[4])).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_place_of_a_terminated_or_purged_flow_is_found_while_others_wait(bool purged)
    {
        await using var world = await LimitedWorld.StartAsync(ThreeJobs);
        world.Cloud.JobTime = TimeSpan.FromDays(1);
        var ids = await world.StartJobsAsync(5);
        await world.Host.PassAsync(TimeSpan.FromMinutes(2));
        await world.Host.Client.TerminateAsync(ids[1], null, default);
        if (purged) await world.Host.Client.PurgeAsync(ids[1], default);
        await world.Host.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((3, 1), await world.UseAsync());
        Assert.Equal("f003", world.Cloud.Order[^1]);
    }

    [Fact]
    public async Task A_refused_submit_and_a_wait_that_is_over_give_their_places_back()
    {
        await using var world = await LimitedWorld.StartAsync(ThreeJobs);
        world.Cloud.JobTime = TimeSpan.FromDays(1);
        await world.StartAsync("refused", "refuse");
        await world.StartAsync("slow", maxAttempts: 4);
        await world.Host.RunToEndAsync("refused");
        Assert.Equal(FlowStatus.TimedOut, (await world.Host.RunToEndAsync("slow")).Status);
        Assert.Equal((0, 0), await world.UseAsync());
    }

    [Fact]
    public async Task Resumed_after_its_wait_was_over_a_job_is_waited_for_without_a_new_submit()
    {
        await using var world = await LimitedWorld.StartAsync(ThreeJobs);
        world.Cloud.JobTime = TimeSpan.FromMinutes(2);
        await world.StartAsync("slow", maxAttempts: 4);
        Assert.Equal(FlowStatus.TimedOut, (await world.Host.RunToEndAsync("slow")).Status);
        await world.Host.PassAsync(TimeSpan.FromMinutes(3));
        await world.Host.Client.ResumeAsync("slow", new ResumeDecision(), default);
        Assert.Equal(FlowStatus.Completed, (await world.Host.RunToEndAsync("slow")).Status);
        Assert.Single(world.Cloud.Submits);
    }

    [Fact]
    public async Task A_retry_of_a_refused_submit_asks_to_be_admitted_again()
    {
        await using var world = await LimitedWorld.StartAsync(ThreeJobs);
        await world.StartAsync("refused", "refuse");
        await world.Host.RunToEndAsync("refused");
        await world.StartJobsAsync(3);
        await world.Host.Client.RetryAsync("refused", new ResumeDecision(), default);
        await world.Host.SettleAsync();
        Assert.Equal((3, 1), await world.UseAsync());
    }

    [Fact]
    public async Task A_limiter_that_was_terminated_and_purged_holds_nobody_for_ever()
    {
        await using var world = await LimitedWorld.StartAsync(ThreeJobs);
        var ids = await world.StartJobsAsync(6);
        await world.Host.Client.TerminateAsync(LimiterFlow.InstanceOf("busy"), null, default);
        await world.Host.Client.PurgeAsync(LimiterFlow.InstanceOf("busy"), default);
        foreach (var id in ids) Assert.Equal(FlowStatus.Completed, (await world.Host.RunToEndAsync(id)).Status);
        Assert.Equal(6, world.Cloud.Submits.Count);
    }

    [Fact]
    public async Task Hundreds_of_waiting_submits_cross_continue_as_new_and_the_history_stays_short()
    {
        await using var world = await LimitedWorld.StartAsync(ThreeJobs);
        world.Cloud.JobTime = TimeSpan.FromSeconds(1);
        var ids = await world.StartJobsAsync(300);
        foreach (var id in ids) Assert.Equal(FlowStatus.Completed, (await world.Host.RunToEndAsync(id)).Status);
        Assert.Equal(ids, world.Cloud.Order);
        Assert.Equal(3, world.Cloud.MostAtOnce);
        var events = 0;
        await foreach (var _ in world.Host.Client.HistoryAsync(LimiterFlow.InstanceOf("busy"), 0, default)) events++;
        Assert.InRange(events, 1, 1000);
    }

    [Fact]
    public async Task Who_waits_says_so_and_has_a_durable_reason_to_wake()
    {
        await using var world = await LimitedWorld.StartAsync(ThreeJobs);
        var waiting = await world.GetAsync((await world.StartJobsAsync(4))[3]);
        Assert.Contains("admitted", (string)waiting.Progress!["message"]!, StringComparison.Ordinal);
        Assert.NotNull(waiting.NextWakeAt);
        Assert.NotNull(waiting.WaitingFor);
    }
}
