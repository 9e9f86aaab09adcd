using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;

namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>Answers with its key, after as many failures as it is told; a fragile one fails for good until the world is healed.</summary>
internal sealed class SimActivity(SimWorld world) : Activity<SimCall, string>
{
    public override string Name => "sim.act";

    public override async Task<string> RunAsync(ActivityContext context, SimCall input, CancellationToken cancellationToken)
    {
        world.NoteRun(input.Key);
        await Task.Yield();
        if (input.Failures >= context.Attempt) throw new FlowException(new FlowError(ErrorCodes.ProviderUnavailable, "Not now.") { Retryable = true });
        if (input.Fragile && !world.IsHealed) throw new FlowException(ErrorCodes.ProviderRefused, "Broken.");
        return input.Size == 0 ? $"done {input.Key}" : new string('x', input.Size);
    }
}
