using MediaFlows.Core.Activities;
using MediaFlows.Benchmarks.Flows;

namespace MediaFlows.Benchmarks.Engine;

/// <summary>Gives back what it gets.</summary>
internal sealed class StepActivity : Activity<BenchInput, BenchInput>
{
    public override string Name => "bench.step";

    public override Task<BenchInput> RunAsync(ActivityContext context, BenchInput input, CancellationToken cancellationToken) => Task.FromResult(input);
}
