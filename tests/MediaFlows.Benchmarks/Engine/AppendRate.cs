using System.Diagnostics;
using MediaFlows.Benchmarks.Reporting;

namespace MediaFlows.Benchmarks.Engine;

/// <summary>What one writer can do on this storage at all: appends of one turn's size, one after the other.</summary>
internal sealed class AppendRate : IBenchmark
{
    private const int Count = 500;

    public string Name => "append-rate";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkStorage storage)
    {
        var store = storage.NewStore();
        await store.CreateAppendAsync("plain", CancellationToken.None);
        var block = new byte[200];
        var position = 0L;
        for (var i = 0; i < 50; i++) position = await store.AppendAsync("plain", block, position, CancellationToken.None);
        var time = Stopwatch.StartNew();
        for (var i = 0; i < Count; i++) position = await store.AppendAsync("plain", block, position, CancellationToken.None);
        return [new Figure("plain appends of 200 bytes, one writer", $"{Count / time.Elapsed.TotalSeconds:N0}/s")];
    }
}
