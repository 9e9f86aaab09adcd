using MediaFlows.Core.Flows;

namespace MediaFlows.Benchmarks.Flows;

/// <summary>Waits on one durable timer.</summary>
public sealed class WaitFlow : Flow<BenchInput, BenchInput>
{
    public override FlowInfo Info { get; } = new() { Name = "bench.wait", Description = "Waits." };

    public override async Task<BenchInput> RunAsync(FlowContext context, BenchInput input)
    {
        await context.CreateTimer(TimeSpan.FromSeconds(input.Steps));
        return input;
    }
}
