using System.Globalization;
using System.Text.Json;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;

namespace MediaFlows.Engine.Tests.Timers;

/// <summary>Contract line 6: timers come once, not before their time and not later than a second past it, under load and whatever the clock does.</summary>
public sealed class TimerPunctualityTests
{
    private const int Busy = 40;
    private static readonly EngineOptions Engine = FlowTestOptions.CalmEngine with { ClockCheck = new EngineOptions().ClockCheck };
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task Line_6_thousands_of_timers_are_punctual_while_the_loop_has_seconds_of_other_work_queued()
    {
        var random = new Random(6);
        using var load = new TimerLoad(_time, TimeSpan.FromMicroseconds(250));
        await using var host = await StartAsync(load);
        await host.StartAsync("load.plug", "", "plug");
        for (var i = 0; i < Busy; i++) await host.StartAsync("load.busy", "", $"busy-{i}");
        for (var i = 0; i < 3000; i++)
        {
            // One third comes in bursts of a hundred at the same instant, the rest is spread evenly.
            var milliseconds = i % 3 == 0 ? 2000 * (1 + (i / 300)) : random.Next(1, 24_000);
            await host.StartAsync("load.timer", milliseconds.ToString(CultureInfo.InvariantCulture), $"timer-{i}");
        }

        await host.SettleAsync();
        for (var storm = 0; storm < 4; storm++)
        {
            await host.PassAsync(TimeSpan.FromSeconds(2));
            var before = _time.GetUtcNow();
            await StormAsync(host, load, events: 8000);
            Assert.True(_time.GetUtcNow() - before >= TimeSpan.FromSeconds(2), "the storm is no load");
        }

        await host.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(3000, load.Fired.Count);
        var late = load.Fired.Values.Select(f => f.Seen - f.Due).ToList();
        Assert.InRange(late.Min(), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.InRange(late.Max(), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Line_6_a_clock_that_jumps_makes_no_timer_early_and_none_later_than_a_second_after_its_time_has_come()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var time = new VirtualTime();
            var random = new Random(seed);
            using var load = new TimerLoad(time, TimeSpan.Zero);
            await using var host = await ScriptedHost.StartAsync(ScriptedHost.Echo, Engine, time, null, load.Flows);
            for (var i = 0; i < 60; i++) await host.StartAsync("load.timer", random.Next(1, 1_800_000).ToString(CultureInfo.InvariantCulture), $"timer-{i}");
            await host.SettleAsync();

            // The wall clock as a list of pieces: from this monotonic time on it is so far ahead of it.
            var pieces = new List<(long From, DateTime Zero)> { (0, time.GetUtcNow().UtcDateTime.AddTicks(-time.GetTimestamp())) };
            for (var jump = 0; jump < 12; jump++)
            {
                await host.PassAsync(TimeSpan.FromMilliseconds(random.Next(1, 120_000)));
                time.Jump(TimeSpan.FromMilliseconds(random.Next(-600_000, 600_000)));
                pieces.Add((time.GetTimestamp(), time.GetUtcNow().UtcDateTime.AddTicks(-time.GetTimestamp())));
            }

            await host.PassAsync(TimeSpan.FromHours(3));
            Assert.Equal(60, load.Fired.Count);
            foreach (var (id, (due, seen, stamp)) in load.Fired)
            {
                Assert.True(seen >= due, $"seed {seed}: {id} came before its time");
                var late = TimeSpan.FromTicks(stamp - Came(pieces, due, stamp));
                Assert.True(late >= TimeSpan.Zero && late <= TimeSpan.FromSeconds(1), $"seed {seed}: {id} came {late} late");
            }
        }
    }

    /// <summary>The last monotonic time up to <paramref name="stamp"/> at which the wall clock reached <paramref name="due"/>; past it when it had not.</summary>
    private static long Came(List<(long From, DateTime Zero)> pieces, DateTime due, long stamp)
    {
        var came = long.MaxValue;
        var isPast = false;
        foreach (var ((from, zero), next) in pieces.Zip(pieces.Skip(1).Select(p => p.From).Append(long.MaxValue)))
        {
            if (from > stamp) break;
            var reached = Math.Max(from, (due - zero).Ticks);
            if (reached >= next || reached > stamp) isPast = false;
            else
            {
                if (!isPast || reached > from) came = reached;
                isPast = true;
            }
        }

        return isPast ? came : long.MaxValue;
    }

    private Task<FlowTestHost> StartAsync(TimerLoad load) => ScriptedHost.StartAsync(ScriptedHost.Echo, Engine, _time, null, load.Flows);

    /// <summary>Queues events while the loop stands still, so that they are one long batch of messages; then lets it work them off.</summary>
    private static async Task StormAsync(FlowTestHost host, TimerLoad load, int events)
    {
        var posts = new List<Task> { host.Client.RaiseEventAsync("plug", "plug", Json("on"), default) };
        for (var i = 0; i < events; i++) posts.Add(host.Client.RaiseEventAsync($"busy-{i % Busy}", "work", Json("on"), default));
        load.Unplug();
        await Task.WhenAll(posts);
        await host.SettleAsync();
    }

    private static JsonElement Json(string text) => JsonSerializer.SerializeToElement(text);
}
