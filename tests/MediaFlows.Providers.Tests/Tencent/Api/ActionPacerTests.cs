using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Pacing;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.Tests.Tencent.Api;

public sealed class ActionPacerTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public void No_three_seconds_ever_hold_more_calls_than_one_burst_and_three_seconds_of_the_rate() =>
        Prop.ForAll(Gen.Choose(0, 300).ArrayOf(60).ToArbitrary(), gaps =>
        {
            var time = new VirtualTime();
            var pacer = Pacer(time, ("CreateAigcImageTask", "10"));
            var starts = new List<double>();
            var clock = 0.0;
            foreach (var gap in gaps)
            {
                time.Advance(TimeSpan.FromMilliseconds(gap));
                clock += gap / 1000.0;
                starts.Add(clock + pacer.Reserve("CreateAigcImageTask").TotalSeconds);
            }

            return starts.All(from => starts.Count(s => s >= from && s < from + 3) <= 10 + (3 * 10));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_documented_limit_holds_until_a_setting_replaces_it()
    {
        Assert.Equal(20, Limits().PerSecond("CreateAigcVideoTask"));
        Assert.Equal(200, Limits().PerSecond("ProcessMedia"));
        Assert.Equal(20, Limits().PerSecond("AnActionThatIsNotListed"));
        Assert.Equal(2.5, Limits(("CreateAigcVideoTask", "2.5")).PerSecond("CreateAigcVideoTask"));
    }

    [Fact]
    public void A_burst_of_one_second_is_free_and_the_next_call_waits()
    {
        var pacer = Pacer(_time, ("X", "4"));
        for (var i = 0; i < 4; i++) Assert.Equal(TimeSpan.Zero, pacer.Reserve("X"));
        Assert.Equal(250, pacer.Reserve("X").TotalMilliseconds, 1.0);
        Assert.Equal(TimeSpan.Zero, pacer.Reserve("Y"));
    }

    [Fact]
    public void A_throttled_action_rests_longer_each_time()
    {
        var pacer = Pacer(_time, ("X", "4"));
        pacer.Throttled("X");
        Assert.Equal(1, pacer.Reserve("X").TotalSeconds, 0.01);
        _time.Advance(TimeSpan.FromSeconds(1));
        pacer.Throttled("X");
        Assert.Equal(2, pacer.Reserve("X").TotalSeconds, 0.01);
        _time.Advance(TimeSpan.FromSeconds(60));
        pacer.Throttled("X");
        Assert.Equal(1, pacer.Reserve("X").TotalSeconds, 0.01);
    }

    private static ActionPacer Pacer(VirtualTime time, params (string Action, string Rate)[] rates) => new(Limits(rates), time);

    private static ActionLimits Limits(params (string Action, string Rate)[] rates) =>
        new(new TencentSettings(new ConfigurationBuilder()
            .AddInMemoryCollection(rates.ToDictionary(r => "Tencent:RateLimits:" + r.Action, r => (string?)r.Rate))
            .Build()));
}
