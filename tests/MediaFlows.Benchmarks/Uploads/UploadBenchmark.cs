using MediaFlows.Benchmarks.Engine;
using MediaFlows.Benchmarks.Reporting;

namespace MediaFlows.Benchmarks.Uploads;

/// <summary>The upload of a large file through a flow, in its own words; it brings its own storage.</summary>
internal sealed class UploadBenchmark : IBenchmark
{
    public string Name => "upload";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkStorage storage)
    {
        await UploadThroughput.RunAsync(Console.Out);
        return [];
    }
}
