using MediaFlows.Benchmarks.Reporting;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;

namespace MediaFlows.Benchmarks.Engine;

/// <summary>A hub with nothing to do, for one hour of virtual time.</summary>
internal sealed class IdleHub : IBenchmark
{
    private const int RequestsPerHour = 150;

    public string Name => "idle-hub";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkStorage storage)
    {
        var time = new VirtualTime();
        var store = new CountingStore(new MemoryBlobStore(time));
        await using var hub = await BenchmarkHub.OpenAsync(store, time);
        await hub.StartAsync("bench.wait", 24 * 3600, 10);
        await Task.Delay(100);
        var before = store.Requests;
        for (var second = 0; second < 3600; second++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            if (second % 10 == 0) await Task.Delay(1);
        }

        var requests = store.Requests - before;
        return [new Figure("storage requests of an idle hub in an hour", $"{requests}", $"≤ {RequestsPerHour}", requests <= RequestsPerHour)];
    }
}
