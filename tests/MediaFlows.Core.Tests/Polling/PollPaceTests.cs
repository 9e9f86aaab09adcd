using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Core.Polling;

namespace MediaFlows.Core.Tests.Polling;

public class PollPaceTests
{
    private static readonly DateTime Start = new(2026, 1, 15, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Polls_are_never_closer_than_the_documented_interval_and_never_slower_than_the_budget_allows()
    {
        var states = from interval in Gen.Choose(1, 60)
                     from max in Gen.Choose(1, 500)
                     from attempt in Gen.Choose(0, 500)
                     from typical in Gen.OneOf(Gen.Constant<double?>(null), Gen.Choose(0, 5000).Select(t => (double?)t))
                     from misses in Gen.Choose(0, 10)
                     from elapsed in Gen.Choose(0, 40_000)
                     select (State: State(interval, max) with { Attempt = attempt, TypicalSeconds = typical, Misses = misses }, Elapsed: elapsed);
        Prop.ForAll(states.ToArbitrary(), s =>
        {
            var now = Start.AddSeconds(s.Elapsed);
            var next = PollPace.Next(s.State, now, "instance-" + s.Elapsed);
            var deadline = Start + (s.State.Interval * s.State.MaxAttempts);
            return next >= s.State.Interval && (now + next <= deadline || next == s.State.Interval);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_known_duration_delays_the_first_poll_and_saves_polls()
    {
        var state = State(5, 360) with { TypicalSeconds = 100 };
        var first = PollPace.Next(state, Start, "a");
        Assert.InRange(first.TotalSeconds, 80, 88);
        Assert.InRange(PollPace.Next(state with { Attempt = 1 }, Start + first, "a").TotalSeconds, 10, 11);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(29, 5)]
    [InlineData(30, 10)]
    [InlineData(59, 10)]
    [InlineData(60, 15)]
    [InlineData(400, 15)]
    public void A_pace_that_is_documented_to_slow_down_slows_down_by_the_time_that_has_passed(int elapsed, int interval)
    {
        var state = State(5, 120) with { Attempt = 3, Slower = [new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10)), new(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(15))] };

        Assert.InRange(PollPace.Next(state, Start.AddSeconds(elapsed), "a").TotalSeconds, interval, interval * 1.1);
        Assert.InRange(PollPace.Next(state with { Misses = 1 }, Start.AddSeconds(elapsed), "a").TotalSeconds, interval * 2, interval * 2.2);
        Assert.False(PollPace.IsOver(state, Start.AddSeconds(599)));
        Assert.True(PollPace.IsOver(state, Start.AddSeconds(600)));
    }

    [Fact]
    public void Instances_do_not_ask_in_step()
    {
        var waits = Enumerable.Range(0, 50).Select(i => PollPace.Next(State(5, 360), Start, "instance-" + i)).Distinct();
        Assert.True(waits.Count() > 20);
    }

    private static PollInput State(int intervalSeconds, int max) => new()
    {
        Activity = "fake.poll",
        Target = JsonSerializer.SerializeToElement(1),
        Interval = TimeSpan.FromSeconds(intervalSeconds),
        MaxAttempts = max,
        DurationKey = "fake",
        StartedAt = Start,
    };
}
