using MediaFlows.Core.Flows;

namespace MediaFlows.Benchmarks.Flows;

/// <summary>Input of the benchmark flows.</summary>
/// <param name="Steps">Activities to run, or seconds to wait.</param>
public sealed record BenchInput(int Steps);

/// <summary>Trivial activities in sequence.</summary>
public sealed class StepsFlow : Flow<BenchInput, BenchInput>
{
    private static readonly ActivityRef<BenchInput, BenchInput> Step = new("bench.step");

    public override FlowInfo Info { get; } = new() { Name = "bench.steps", Description = "Trivial activities in sequence." };

    public override async Task<BenchInput> RunAsync(FlowContext context, BenchInput input)
    {
        var sum = 0;
        for (var i = 0; i < input.Steps; i++) sum += (await context.CallActivityAsync(Step, new BenchInput(i))).Steps;
        return new BenchInput(sum);
    }
}
