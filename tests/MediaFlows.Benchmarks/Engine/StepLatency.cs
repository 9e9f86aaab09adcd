using System.Diagnostics;
using MediaFlows.Benchmarks.Reporting;

namespace MediaFlows.Benchmarks.Engine;

/// <summary>One flow alone: the time of a step, beside the time of one append of the same size, taken in turns.</summary>
internal sealed class StepLatency : IBenchmark
{
    private const int Steps = 50;
    private const int Rounds = 7;

    public string Name => "step-latency";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkStorage storage)
    {
        var store = storage.NewStore();
        await using var hub = await BenchmarkHub.OpenAsync(store);
        await store.CreateAppendAsync("plain", CancellationToken.None);
        var (position, requests) = (0L, 0L);
        List<double> steps = [], appends = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var before = store.Requests;
            var time = Stopwatch.StartNew();
            await hub.StartAsync("bench.steps", Steps, 1);
            await hub.FinishedAsync();
            if (round > 0) steps.Add(time.Elapsed.TotalMilliseconds / (Steps + 1));
            if (round > 0) requests += store.Requests - before;
            for (var i = 0; i < Steps; i++)
            {
                time.Restart();
                position = await store.AppendAsync("plain", new byte[180], position, CancellationToken.None);
                if (round > 0) appends.Add(time.Elapsed.TotalMilliseconds);
            }
        }

        var (step, append) = (Median(steps), Median(appends));
        var perTurn = requests / (double)(Rounds * (Steps + 1));
        return
        [
            new Figure("one step, lightly loaded, median", $"{step:F2} ms"),
            new Figure("one append of the same size, median", $"{append:F2} ms"),
            new Figure("step over append", $"{step / append:F2}×", "≤ 2×", step / append <= 2),
            new Figure("storage requests per turn, lightly loaded", $"{perTurn:F2}", "about 1", perTurn <= 1.1),
        ];
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
