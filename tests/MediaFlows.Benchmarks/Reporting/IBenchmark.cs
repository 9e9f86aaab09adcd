using MediaFlows.Benchmarks.Engine;

namespace MediaFlows.Benchmarks.Reporting;

/// <summary>One measurement that a figure of the project rests on.</summary>
internal interface IBenchmark
{
    string Name { get; }

    Task<IReadOnlyList<Figure>> RunAsync(BenchmarkStorage storage);
}
