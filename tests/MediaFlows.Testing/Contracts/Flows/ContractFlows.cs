using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Testing.Contracts;

/// <summary>Input of the contract's flows.</summary>
public sealed record ContractInput
{
    public IReadOnlyList<string> Steps { get; init; } = [];

    public int Count { get; init; }

    public int Pause { get; init; }

    [Sensitive]
    public string? Secret { get; init; }
}

/// <summary>Output of the contract's flows.</summary>
public sealed record ContractOutput(IReadOnlyList<string> Done)
{
    public string? Note { get; init; }
}

/// <summary>One step after the other, a timer between them.</summary>
public sealed class StepsFlow : Flow<ContractInput, ContractOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "contract.steps", Description = "Steps in order." };

    public override async Task<ContractOutput> RunAsync(FlowContext context, ContractInput input)
    {
        var done = new List<string>();
        foreach (var step in input.Steps)
        {
            context.SetCustomStatus(new FlowProgress { Stage = step, StageIndex = done.Count + 1, StageCount = input.Steps.Count });
            var output = await context.CallActivityAsync(StepActivity.Ref, new StepInput(step) { Secret = input.Secret });
            done.Add($"{output.Done}.{output.Attempt}");
            if (input.Pause > 0) await context.CreateTimer(TimeSpan.FromSeconds(input.Pause));
        }

        return new ContractOutput(done);
    }
}

/// <summary>All steps at once, each followed by a second one.</summary>
public sealed class FanOutFlow : Flow<ContractInput, ContractOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "contract.fan-out", Description = "Steps side by side." };

    public override async Task<ContractOutput> RunAsync(FlowContext context, ContractInput input)
    {
        var done = await context.ForEachAsync(input.Steps, Math.Max(1, input.Count), async step =>
        {
            await context.CallActivityAsync(StepActivity.Ref, new StepInput(step));
            return (await context.CallActivityAsync(StepActivity.Ref, new StepInput(step + "+"))).Done;
        });
        return new ContractOutput(done);
    }
}

/// <summary>Prepares, pays, and ends resumable as often as asked.</summary>
public sealed class JobFlow : Flow<ContractInput, ContractOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "contract.job", Description = "A paid job.", Charged = true };

    public override async Task<ContractOutput> RunAsync(FlowContext context, ContractInput input)
    {
        await context.CallActivityAsync(StepActivity.Ref, new StepInput("prepare"));
        ResumeDecision? decision = null;
        SubmitReceipt receipt;
        while (true)
        {
            receipt = await context.CallActivityAsync(PaidActivity.Ref, new SubmitInput<PaidRequest>("S1_PAY", new PaidRequest("pay")) { Decision = decision });
            if (receipt.JobId is not null) break;
            decision = await context.EndAsync(new FlowEnd(FlowOutcome.NeedsAttention, receipt.Attention!) { Step = "S1_PAY" });
        }

        for (var i = 1; i <= input.Count; i++)
        {
            var error = new FlowError(ErrorCodes.PollTimedOut, $"Still running after round {i}.") { Hint = "Resume." };
            decision = await context.EndAsync(new FlowEnd(FlowOutcome.TimedOut, error) { ProviderJobId = receipt.JobId, Step = $"poll.{i}" });
        }

        return new ContractOutput([receipt.JobId]) { Note = decision?.Reason };
    }
}

/// <summary>Calls another flow.</summary>
public sealed class ParentFlow : Flow<ContractInput, ContractOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "contract.parent", Description = "A flow in a flow." };

    public override async Task<ContractOutput> RunAsync(FlowContext context, ContractInput input)
    {
        await context.CallActivityAsync(StepActivity.Ref, new StepInput("before"));
        var child = await context.CallSubFlowAsync(new FlowRef<ContractInput, ContractOutput>("contract.steps"), input, new SubFlowOptions { InstanceId = context.InstanceId + ":child" });
        await context.CallActivityAsync(StepActivity.Ref, new StepInput("after"));
        return child;
    }
}

/// <summary>Waits for events between steps; the waits are withdrawn by their time limit.</summary>
public sealed class EventFlow : Flow<ContractInput, ContractOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "contract.events", Description = "Events." };

    public override async Task<ContractOutput> RunAsync(FlowContext context, ContractInput input)
    {
        var got = new List<string>();
        for (var i = 0; i < input.Count; i++)
        {
            got.Add(await context.WaitForExternalEvent<string>("word", TimeSpan.FromSeconds(10)) ?? "-");
            await context.CallActivityAsync(StepActivity.Ref, new StepInput($"after-{i}"));
        }

        return new ContractOutput(got);
    }
}

/// <summary>Continues as new and counts down; collects the events of every generation.</summary>
public sealed class LoopFlow : Flow<ContractInput, ContractOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "contract.loop", Description = "Continues as new." };

    public override async Task<ContractOutput> RunAsync(FlowContext context, ContractInput input)
    {
        await context.CreateTimer(TimeSpan.FromSeconds(5));
        var word = await context.WaitForExternalEvent<string>("word", TimeSpan.FromSeconds(1));
        IReadOnlyList<string> words = word is null ? input.Steps : [.. input.Steps, word];
        if (input.Count == 0) return new ContractOutput(words);
        context.ContinueAsNew(input with { Count = input.Count - 1, Steps = words });
        return new ContractOutput([]);
    }
}

/// <summary>Cleans up after a failure or a cancellation, then lets it go on.</summary>
public sealed class CleanUpFlow : Flow<ContractInput, ContractOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "contract.clean-up", Description = "Cleans up." };

    public override async Task<ContractOutput> RunAsync(FlowContext context, ContractInput input)
    {
        try
        {
            await context.CallActivityAsync(StepActivity.Ref, new StepInput("work"));
            await context.CreateTimer(TimeSpan.FromHours(1));
            return new ContractOutput(["work"]);
        }
        catch (FlowException)
        {
            await context.CallActivityAsync(StepActivity.Ref, new StepInput("clean"), ActivityOptions.CleanUp);
            throw;
        }
    }
}

/// <summary>Ids and times, before and after a resumable end.</summary>
public sealed class IdsFlow : Flow<ContractInput, ContractOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "contract.ids", Description = "Ids." };

    public override async Task<ContractOutput> RunAsync(FlowContext context, ContractInput input)
    {
        var first = context.NewGuid();
        var started = context.CurrentUtcDateTime;
        await context.CallActivityAsync(StepActivity.Ref, new StepInput($"{first:N}@{started:O}"));
        await context.EndAsync(new FlowEnd(FlowOutcome.TimedOut, new FlowError(ErrorCodes.PollTimedOut, "Later.")));
        return new ContractOutput([$"{first:N}@{started:O}", $"{context.NewGuid():N}"]);
    }
}
