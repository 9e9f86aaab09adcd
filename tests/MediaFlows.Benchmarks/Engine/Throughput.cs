using System.Diagnostics;
using MediaFlows.Benchmarks.Reporting;

namespace MediaFlows.Benchmarks.Engine;

/// <summary>Flows of trivial activities, all started at once: from the first start to the last end, every turn durable before its effects.</summary>
internal sealed class Throughput(int steps, int flows) : IBenchmark
{
    private const double FlowsPerSecond = 2000;
    private const double RequestsPerStep = 0.1;

    // DurableTask.AzureStorage on such a machine, for three activities.
    private const double Yardstick = 20;

    public string Name => $"throughput-{steps}";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkStorage storage)
    {
        var store = storage.NewStore();
        await using var hub = await BenchmarkHub.OpenAsync(store);
        await hub.StartAsync("bench.steps", steps, flows);
        await hub.FinishedAsync();

        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var (allocated, collections) = (GC.GetTotalAllocatedBytes(), GC.CollectionCount(0));
        var rates = new List<double>();
        var requests = store.Requests;
        for (var round = 0; round < 3; round++)
        {
            var time = Stopwatch.StartNew();
            await hub.StartAsync("bench.steps", steps, flows);
            await hub.FinishedAsync();
            rates.Add(flows / time.Elapsed.TotalSeconds);
        }

        process.Refresh();
        var cpuPerFlow = (process.TotalProcessorTime - cpu).TotalMicroseconds / (3.0 * flows);
        allocated = (GC.GetTotalAllocatedBytes() - allocated) / (3 * flows);
        collections = GC.CollectionCount(0) - collections;
        var perStep = (store.Requests - requests) / (3.0 * flows * steps);
        var rate = rates.Order().ElementAt(1);
        var target = flows >= 5000 ? FlowsPerSecond : Yardstick;
        return
        [
            new Figure($"{flows} flows of {steps} activities at once, median of 3 rounds", $"{rate:N0} flows/s ({string.Join(", ", rates.Select(r => r.ToString("N0")))})", $"≥ {target:N0} flows/s", rate >= target),
            new Figure($"processor time of this process per flow of {steps} activities", $"{cpuPerFlow:N0} µs"),
            new Figure($"memory allocated per flow of {steps} activities", $"{allocated:N0} bytes ({collections} collections)"),
            new Figure($"storage requests per step, {flows} flows at once", $"{perStep:F4}", $"≤ {RequestsPerStep}", flows < 5000 ? null : perStep <= RequestsPerStep),
        ];
    }
}
