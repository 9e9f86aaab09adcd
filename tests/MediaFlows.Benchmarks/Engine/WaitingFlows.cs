using System.Diagnostics;
using MediaFlows.Benchmarks.Reporting;
using MediaFlows.Engine.Hosting;

namespace MediaFlows.Benchmarks.Engine;

/// <summary>Many flows that wait on timers: managed memory of each, everything included, and what they cost while nothing happens.</summary>
internal sealed class WaitingFlows : IBenchmark
{
    private const int Flows = 100_000;
    private const int BytesEach = 2048;
    private const double CoreShare = 0.02;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public string Name => "timers-100k";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkStorage storage)
    {
        var store = storage.NewStore();
        await using var hub = await BenchmarkHub.OpenAsync(store, options: new EngineOptions { UnloadAfter = TimeSpan.FromSeconds(4) });
        await hub.StartAsync("bench.wait", 1, 100);
        await hub.FinishedAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Flows; i += 5000) await hub.StartAsync("bench.wait", 24 * 3600, 5000);
        var loaded = (GC.GetTotalMemory(forceFullCollection: true) - before) / Flows;
        await Task.Delay(TimeSpan.FromSeconds(8));
        var unloaded = (GC.GetTotalMemory(forceFullCollection: true) - before) / Flows;

        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        await Task.Delay(Idle);
        process.Refresh();
        var share = (process.TotalProcessorTime - cpu) / Idle;
        return
        [
            new Figure($"managed memory per flow, {Flows:N0} waiting on timers", $"{unloaded:N0} bytes", $"≤ {BytesEach:N0} bytes", unloaded <= BytesEach),
            new Figure("the same right after their start", $"{loaded:N0} bytes"),
            new Figure("processor time of one core while they wait", $"{share:P1}", $"≤ {CoreShare:P0}", share <= CoreShare),
        ];
    }
}
