using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;

namespace MediaFlows.Engine.Tests.Simulation.Flows;

/// <summary>Does the steps that its input lists.</summary>
public sealed class SimFlow : Flow<SimInput, SimOutput>
{
    private static readonly ActivityRef<SimCall, string> Act = new("sim.act");
    private static readonly FlowRef<SimInput, SimOutput> Child = new("sim.flow");

    public override FlowInfo Info { get; } = new() { Name = "sim.flow", Description = "A generated flow." };

    public override async Task<SimOutput> RunAsync(FlowContext context, SimInput input)
    {
        var log = new List<string>(input.Log);
        for (var i = 0; i < input.Steps.Count; i++)
        {
            if (input.Steps[i].Kind == "again")
            {
                log.Add("again");
                context.ContinueAsNew(new SimInput([.. input.Steps.Skip(i + 1)], log));
                return new SimOutput([]);
            }

            context.SetCustomStatus(new FlowProgress { Stage = input.Steps[i].Key });
            log.Add(await StepAsync(context, input.Steps[i]));
        }

        return new SimOutput(log);
    }

    private static async Task<string> StepAsync(FlowContext context, SimStep step)
    {
        switch (step.Kind)
        {
            case "act" or "fragile" or "big":
                return await context.CallActivityAsync(Act, new SimCall(step.Key, step.Kind == "act" ? step.N : 0, step.Kind == "fragile", step.Kind == "big" ? step.N : 0));
            case "timer":
                var due = context.CurrentUtcDateTime.AddSeconds(step.N);
                await context.CreateTimer(due);
                return context.CurrentUtcDateTime >= due ? $"timer {step.Key}" : $"EARLY {step.Key}";
            case "event":
                return $"event {await context.WaitForExternalEvent<string>("go-" + step.Key)}";
            case "maybe":
                _ = await context.WaitForExternalEvent<string>("go-" + step.Key, TimeSpan.FromSeconds(step.N));
                return $"maybe {step.Key}";
            case "child":
                var output = await context.CallSubFlowAsync(Child, new SimInput(step.Steps, []), new SubFlowOptions { InstanceId = step.Key });
                return $"child {step.Key}[{string.Join(";", output.Log)}]";
            case "all":
                return $"all({string.Join(",", await context.ForEachAsync(step.Steps, Math.Max(1, step.N), s => StepAsync(context, s)))})";
            case "end":
                await context.EndAsync(new FlowEnd(FlowOutcome.TimedOut, new FlowError(ErrorCodes.PollTimedOut, "Later.")) { ProviderJobId = step.Key });
                return $"end {step.Key}";
            default:
                var id = context.NewGuid();
                return await context.CallActivityAsync(Act, new SimCall(step.Key, 0, false, 0)) + (id == Guid.Empty ? "EMPTY" : "");
        }
    }
}
