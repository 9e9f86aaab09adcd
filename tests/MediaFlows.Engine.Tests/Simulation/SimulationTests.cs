using System.Globalization;

namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>
/// Whole hubs in virtual time, one per seed. A seed that fails is printed; MEDIAFLOWS_SEED=n runs that one alone, MEDIAFLOWS_SEEDS=n runs that many.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Ordinary = 2000;

    [Fact]
    public void A_hub_keeps_its_promises_under_every_seed()
    {
        var one = Number("MEDIAFLOWS_SEED");
        var seeds = one is { } seed ? [seed] : Enumerable.Range(1, Number("MEDIAFLOWS_SEEDS") ?? Ordinary);
        var done = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var s in seeds)
        {
            var run = new SimRun(s);
            try
            {
                run.Run();
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {s} failed; replay it with MEDIAFLOWS_SEED={s}.\n{e}");
            }

            foreach (var (what, count) in run.Done) done[what] = done.GetValueOrDefault(what) + count;
        }

        output.WriteLine(string.Join(", ", done.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}: {d.Value}")));
        if (one is not null) return;
        foreach (var verb in (string[])["start", "start again", "suspend", "resume", "resume at the end", "terminate", "cancel", "event", "retry", "purge", "crash", "pause", "look"])
            Assert.True(done.GetValueOrDefault(verb) > 0, $"No {verb} ever succeeded, so nothing was learned about it.");
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
