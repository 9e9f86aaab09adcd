using MediaFlows.Core.Client;

namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>One flow with a bit of everything, killed before and after every single storage call that its life takes.</summary>
public sealed class CrashPointTests(ITestOutputHelper output)
{
    private const int MostCalls = 500;

    private static readonly SimStep[] Steps =
    [
        new("act", "a"), new("big", "b") { N = 4000 }, new("all", "f") { N = 2, Steps = [new SimStep("act", "f1") { N = 1 }, new SimStep("act", "f2")] },
        new("child", "c") { Steps = [new SimStep("act", "c1"), new SimStep("timer", "c2") { N = 60 }] }, new("again", "n"), new("timer", "t") { N = 600 }, new("id", "z"),
    ];

    [Fact]
    public void The_flow_comes_to_the_same_end_wherever_the_process_is_killed()
    {
        var points = 0;
        for (var call = 1; call < MostCalls; call++)
        {
            for (var seed = 1; seed <= 2; seed++)
            {
                var world = new SimWorld(seed);
                var driver = new SimDriver(world);
                driver.EnsureRunning();
                world.Faults.CallsToCrash = call;
                var log = Run(world, driver);
                Assert.Equal(SimPrograms.Expected(Steps), log);
                if (world.Faults.CallsToCrash > 0 && seed == 2)
                {
                    output.WriteLine($"{points} crash points");
                    Assert.True(points > 20);
                    return;
                }

                points++;
            }
        }

        Assert.Fail($"The flow takes more than {MostCalls} storage calls.");
    }

    private static List<string?> Run(SimWorld world, SimDriver driver)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            var started = driver.Ask(c => c.StartAsync(new FlowStart { Flow = "sim.flow", InstanceId = "one", Input = new SimInput(Steps, []) }, CancellationToken.None));
            if (!started.IsUnknown) break;
        }

        for (var hours = 0; hours < 24; hours++)
        {
            driver.Pass(TimeSpan.FromHours(1));
            var now = driver.Ask(c => c.GetAsync("one", CancellationToken.None));
            if (now.IsGood && now.Value?.Status == FlowStatus.Completed) return [.. now.Value.Output!["log"]!.AsArray().Select(n => (string?)n)];
        }

        return [];
    }
}
