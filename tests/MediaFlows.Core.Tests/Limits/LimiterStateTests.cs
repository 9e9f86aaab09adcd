using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Core.Limits;

namespace MediaFlows.Core.Tests.Limits;

public sealed class LimiterStateTests
{
    private static readonly ProviderLimits Two = new(2, null, null);
    private static readonly DateTime Now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Beside a plain list that does the same without any cleverness, and through JSON now and then, as continue-as-new does it.</summary>
    [Fact]
    public void It_admits_as_a_plain_first_come_first_served_list_would() =>
        Prop.ForAll(Gen.Choose(0, 29).ArrayOf(120).ToArbitrary(), steps =>
        {
            var state = new LimiterState();
            var (holders, waiting) = (new List<string>(), new List<string>());
            foreach (var step in steps)
            {
                var id = $"f{step % 10}";
                var left = step >= 20;
                if (step % 7 == 3) state = JsonSerializer.Deserialize<LimiterState>(JsonSerializer.Serialize(state))!;
                state.Hear(new LimiterNews(id, "S1") { Left = left, Limits = left ? null : Two });
                if (left)
                {
                    holders.Remove(id);
                    waiting.Remove(id);
                }
                else if (!holders.Contains(id) && !waiting.Contains(id))
                {
                    waiting.Add(id);
                }

                var expected = waiting.Take(Math.Max(0, 2 - holders.Count)).ToList();
                holders.AddRange(expected);
                waiting.RemoveRange(0, expected.Count);
                if (!expected.SequenceEqual(state.Admit(Now).Select(p => p.Instance))) return false;
                if (!holders.Order(StringComparer.Ordinal).SequenceEqual(state.Admitted.Select(p => p.Instance).Order(StringComparer.Ordinal)) || state.WaitingCount != waiting.Count) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_lowered_limit_takes_no_place_away_and_a_lifted_one_lets_everybody_in()
    {
        var state = new LimiterState();
        for (var i = 0; i < 5; i++) state.Hear(new LimiterNews($"f{i}", "S1") { Limits = Two });
        Assert.Equal(2, state.Admit(Now).Count);
        state.Hear(new LimiterNews("f5", "S1") { Limits = Two with { Jobs = 1 } });
        Assert.Equal((0, 2, 4), (state.Admit(Now).Count, state.Admitted.Count, state.WaitingCount));
        state.Hear(new LimiterNews("f6", "S1") { Limits = ProviderLimits.None });
        Assert.Equal(5, state.Admit(Now).Count);
    }
}
