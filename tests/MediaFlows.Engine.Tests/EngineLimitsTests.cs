using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Flows;

namespace MediaFlows.Engine.Tests;

public sealed class EngineLimitsTests
{
    [Theory]
    [InlineData(60_000)]
    [InlineData((64 * 1024) - 2)]
    [InlineData((64 * 1024) - 1)]
    [InlineData(70_000)]
    [InlineData(1 << 20)]
    [InlineData(4 << 20)]
    [InlineData(50_000_000)]
    public async Task Payloads_of_every_size_survive_a_restart_and_leave_nothing_after_a_purge(int size)
    {
        await using var host = await ScriptedHost.StartAsync(new ScriptedFlow("test.flow", async (context, input) =>
        {
            var text = await context.Act(input);
            await context.CreateTimer(TimeSpan.FromHours(1));
            return await context.Act(text);
        }));
        var big = new string('x', size);
        await host.StartAsync("test.flow", big, "one");
        await host.SettleAsync();
        Assert.Equal(size + 2 > 64 * 1024, (await Names(host, "payloads")).Count > 0);
        await host.CrashAndRestartAsync();
        await host.PassAsync(TimeSpan.FromMinutes(61));
        var ended = await host.RunToEndAsync("one");
        Assert.Equal(big, (string?)ended.Output);
        Assert.Equal(big, (string?)ended.Input);
        await host.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(big, (string?)(await host.Client.GetAsync("one", default))!.Output);
        Assert.True(await host.Client.PurgeAsync("one", default));
        Assert.Empty(await Names(host, "payloads"));
    }

    [Fact]
    public async Task Starts_beyond_the_limit_are_refused_and_leave_nothing()
    {
        var options = FlowTestOptions.CalmEngine with { MaxPendingStarts = 0 };
        await using var host = await ScriptedHost.StartAsync(ScriptedHost.Echo, options, null, null, new ScriptedFlow("test.flow", (c, i) => c.Act(i)));
        var error = (await Assert.ThrowsAsync<FlowException>(() => host.StartAsync("test.flow", "x", "one"))).Error;
        Assert.Equal(ErrorCodes.Overloaded, error.Code);
        Assert.True(error.Retryable && error.RetryAfter > TimeSpan.Zero);
        Assert.Null(await host.Client.GetAsync("one", default));
    }

    [Fact]
    public async Task A_bounded_number_of_activities_runs_at_a_time()
    {
        var (running, most) = (0, 0);
        var options = FlowTestOptions.CalmEngine with { MaxConcurrentActivities = 3 };
        await using var host = await ScriptedHost.StartAsync(
            async (_, text, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Yield();
                Interlocked.Decrement(ref running);
                return text;
            },
            options,
            null,
            null,
            new ScriptedFlow("test.flow", async (c, _) => string.Concat(await c.WhenAllAsync([.. Enumerable.Range(0, 40).Select(i => c.Act($"{i % 10}"))]))));
        await host.StartAsync("test.flow", "x", "one");
        Assert.Equal(40, ((string?)(await host.RunToEndAsync("one")).Output)!.Length);
        Assert.InRange(most, 1, 3);
    }

    [Theory]
    [InlineData("@bad")]
    [InlineData("with space")]
    [InlineData("")]
    public async Task Ids_outside_the_rules_are_refused(string id)
    {
        await using var host = await ScriptedHost.StartAsync(new ScriptedFlow("test.flow", (c, i) => c.Act(i)));
        await Assert.ThrowsAsync<InvalidInputException>(() => host.StartAsync("test.flow", "x", id));
    }

    [Fact]
    public async Task Terminate_signals_the_token_of_a_running_activity()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await ScriptedHost.StartAsync(
            async (_, text, token) =>
            {
                using var signal = token.Register(() => stopped.TrySetResult());
                await stopped.Task;
                token.ThrowIfCancellationRequested();
                return text;
            },
            null,
            null,
            null,
            new ScriptedFlow("test.flow", (c, i) => c.Act(i)));
        await host.StartAsync("test.flow", "x", "one");
        await host.Client.TerminateAsync("one", "enough", default);
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(FlowStatus.Terminated, (await host.RunToEndAsync("one")).Status);
    }

    [Fact]
    public async Task Finished_instances_are_purged_after_their_retention_and_not_before()
    {
        await using var host = await ScriptedHost.StartAsync(new ScriptedFlow("test.flow", (c, i) => c.Act(i), retention: TimeSpan.FromDays(3)));
        await host.StartAsync("test.flow", "x", "one");
        await host.RunToEndAsync("one");
        await host.PassAsync(TimeSpan.FromDays(2.5));
        Assert.NotNull(await host.Client.GetAsync("one", default));
        await host.PassAsync(TimeSpan.FromDays(2));
        Assert.Null(await host.Client.GetAsync("one", default));
    }

    [Fact]
    public async Task Progress_that_a_running_activity_reports_is_in_the_status_and_a_watcher_sees_it()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await ScriptedHost.StartAsync(
            async (context, text, _) =>
            {
                context.Report(new FlowProgress { BytesSent = 5, BytesTotal = 10 });
                await go.Task;
                return text;
            },
            null,
            null,
            null,
            new ScriptedFlow("test.flow", (c, i) =>
            {
                c.SetCustomStatus(new FlowProgress { Stage = "S1_UPLOAD" });
                return c.Act(i);
            }));
        await host.StartAsync("test.flow", "x", "one");
        var seen = new List<FlowInstance>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var now in host.Client.WatchAsync("one", limit.Token))
        {
            seen.Add(now);
            if ((long?)now.Progress?["bytesSent"] == 5) go.TrySetResult();
        }

        Assert.Contains(seen, s => (string?)s.Progress?["stage"] == "S1_UPLOAD" && (long?)s.Progress?["bytesTotal"] == 10 && s.WaitingFor == "activity test.act");
        Assert.Equal(FlowStatus.Completed, seen[^1].Status);
    }

    [Fact]
    public async Task An_instance_that_must_not_start_yet_shows_when_it_will()
    {
        await using var host = await ScriptedHost.StartAsync(new ScriptedFlow("test.flow", (c, i) => c.Act(i)));
        var due = host.Time.GetUtcNow().AddHours(3);
        await host.Client.StartAsync(new FlowStart { Flow = "test.flow", Input = "x", InstanceId = "one", StartAt = due }, default);
        await host.PassAsync(TimeSpan.FromHours(2.9));
        await host.CrashAndRestartAsync();
        var pending = (await host.Client.GetAsync("one", default))!;
        Assert.Equal((FlowStatus.Pending, due), (pending.Status, pending.NextWakeAt));
        Assert.True((await host.RunToEndAsync("one")).EndedAt >= due);
    }

    private static async Task<List<string>> Names(FlowTestHost host, string folder)
    {
        await host.SettleAsync();
        var names = new List<string>();
        await foreach (var item in host.Blobs.ListAsync($"hubs/mediaflows/{folder}/", default)) names.Add(item.Name);
        return names;
    }
}
