using System.Diagnostics;
using MediaFlows.Benchmarks.Reporting;
using MediaFlows.Core.Client;

namespace MediaFlows.Benchmarks.Engine;

/// <summary>A hub with many live flows is opened again: until it runs, and until every flow has gone on.</summary>
internal sealed class RestartTime : IBenchmark
{
    private const int Flows = 10_000;
    private const double Seconds = 5;

    public string Name => "restart-10k";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkStorage storage)
    {
        var store = storage.NewStore();
        await using (var hub = await BenchmarkHub.OpenAsync(store))
        {
            // They come due while the hub is down, so all of them go on at once when it is back.
            var due = 20;
            for (var i = 0; i < Flows; i += 5000) await hub.StartAsync("bench.wait", due, 5000);
        }

        await Task.Delay(TimeSpan.FromSeconds(21));
        var time = Stopwatch.StartNew();
        await using var again = await BenchmarkHub.OpenAsync(store);
        var running = time.Elapsed.TotalSeconds;
        await again.FinishedAsync();
        var done = time.Elapsed.TotalSeconds;
        var page = await again.Client.ListAsync(new FlowQuery { Top = 1000, Statuses = [FlowStatus.Completed] }, CancellationToken.None);
        return
        [
            new Figure($"restart with {Flows:N0} live flows, until the hub runs", $"{running:F2} s"),
            new Figure("until every one of them has gone on (and here ended)", $"{done:F2} s ({page.Items.Count} of a page of 1,000 completed)", $"≤ {Seconds} s", done <= Seconds && page.Items.Count == 1000),
        ];
    }
}
