using System.Globalization;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Client;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Flows;

namespace MediaFlows.Engine.Tests;

/// <summary>Fault F13: a history of a hundred thousand events.</summary>
public sealed class LongHistoryTests
{
    private const int Steps = 50_000;

    private static readonly ScriptedFlow Long = new("test.long", async (context, _) =>
    {
        var sum = 0L;
        for (var i = 0; i < Steps; i++) sum += long.Parse(await context.Act(i.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        await context.CreateTimer(TimeSpan.FromHours(1));
        return sum.ToString(CultureInfo.InvariantCulture);
    });

    [Fact]
    public async Task A_flow_of_a_hundred_thousand_events_is_replayed_after_a_crash_repeats_nothing_and_ends()
    {
        var acts = 0;
        await using var host = await ScriptedHost.StartAsync((_, text, _) => { Interlocked.Increment(ref acts); return Task.FromResult(text); }, null, null, null, Long);
        await host.StartAsync("test.long", "x", "one");
        await host.SettleAsync();
        await host.CrashAndRestartAsync();
        await host.PassAsync(TimeSpan.FromMinutes(61));
        Assert.Equal((Steps * (Steps - 1L) / 2).ToString(CultureInfo.InvariantCulture), (string?)(await host.RunToEndAsync("one")).Output);
        Assert.Equal(Steps, acts);
        Assert.InRange(await EventsAsync(host), 100_000, 200_010);
    }

    [Fact]
    public async Task A_flow_of_a_hundred_thousand_events_can_still_be_terminated_and_purged()
    {
        await using var host = await ScriptedHost.StartAsync(Long);
        await host.StartAsync("test.long", "x", "one");
        await host.SettleAsync();
        await host.CrashAndRestartAsync();
        await host.Client.TerminateAsync("one", "enough", default);
        Assert.Equal(FlowStatus.Terminated, (await host.RunToEndAsync("one")).Status);
        Assert.True(await host.Client.PurgeAsync("one", default));
        Assert.Null(await host.Client.GetAsync("one", default));
    }

    private static async Task<long> EventsAsync(FlowTestHost host)
    {
        var (count, last) = (0L, -1L);
        await foreach (var now in host.Client.HistoryAsync("one", 0, default))
        {
            Assert.True(now.Sequence > last, "events come in order");
            (count, last) = (count + 1, now.Sequence);
        }

        return count;
    }
}
