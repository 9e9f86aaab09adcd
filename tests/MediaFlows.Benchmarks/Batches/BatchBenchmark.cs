using System.Diagnostics;
using MediaFlows.Benchmarks.Engine;
using MediaFlows.Benchmarks.Reporting;

namespace MediaFlows.Benchmarks.Batches;

/// <summary>
/// Items through the ingest queue of <c>mediaflows serve</c> in a process of its own, against the simulator, with SIGKILL every few seconds.
/// Each item is a charged pull, which the provider cannot recognise when it is repeated: the hardest case. Always on an Azurite of its own.
/// </summary>
internal sealed class BatchBenchmark : IBenchmark
{
    /// <summary>Environment variable: another number of items than 10,000.</summary>
    private const string ItemsVariable = "MEDIAFLOWS_BENCHMARK_ITEMS";

    private const int ItemsPerMessage = 50;
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(8);

    public string Name => "batch";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkStorage storage)
    {
        var items = int.TryParse(Environment.GetEnvironmentVariable(ItemsVariable), out var asked) ? asked : 10_000;
        await using var world = await BatchWorld.StartAsync();
        await SendAsync(world, items);
        var watch = Stopwatch.StartNew();
        var (kills, peak) = (0, 0L);
        var host = await BatchHost.StartAsync(world);
        try
        {
            var lived = Stopwatch.StartNew();
            while (true)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
                peak = Math.Max(peak, host.WorkingSet);
                if (world.Charged.Count < items * 9 / 10 && lived.Elapsed > BetweenKills)
                {
                    host.Kill();
                    kills++;
                    await host.DisposeAsync();
                    host = await BatchHost.StartAsync(world);
                    lived.Restart();
                }

                if (await world.Queue.CountAsync(default) == 0 && !await host.IsBusyAsync()) break;
            }

            var seconds = watch.Elapsed.TotalSeconds;
            var ends = await host.CountEndsAsync();
            var twice = world.Charged.GroupBy(c => c, StringComparer.Ordinal).Count(g => g.Count() > 1);
            var (done, waiting) = (ends.GetValueOrDefault("completed"), ends.GetValueOrDefault("needsAttention"));
            var quarantined = await world.PoisonQueue.CountAsync(default);
            var course = $"{items} items through the queue, {kills} times SIGKILL";
            return
            [
                new Figure($"{course}: items per second, restarts included", $"{items / seconds:0} items/s"),
                new Figure($"{course}: peak memory of the host", $"{peak / 1e6:0} MB", "≤ 512 MB", peak < 512e6),
                new Figure($"{course}: lost", $"{items - done - waiting}", "0", done + waiting == items),
                new Figure($"{course}: messages quarantined", $"{quarantined}", "0", quarantined == 0),
                new Figure($"{course}: charged twice", $"{twice}", "0", twice == 0),
                new Figure($"{course}: submits whose answer a kill swallowed, held for a person", $"{waiting}"),
            ];
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task SendAsync(BatchWorld world, int items)
    {
        foreach (var part in Enumerable.Range(0, items).Chunk(ItemsPerMessage))
        {
            var list = part.Select(i => $$$"""{"pipeline":"byteplus.upload-url","input":{"url":"{{{world.VideoUrl(i)}}}"},"key":"clip-{{{i}}}"}""");
            await world.Queue.SendAsync(System.Text.Encoding.UTF8.GetBytes($"[{string.Join(',', list)}]"), default);
        }
    }
}
