using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Engine.Tests.Batches;

public sealed record ClipInput(string Clip)
{
    public int Seconds { get; init; }
}

public sealed record ClipOutput(string JobId);

/// <summary>Prepares, pays, waits and finishes: the course of every charged flow.</summary>
public sealed class ClipFlow : Flow<ClipInput, ClipOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "clip.make-clip", Description = "Makes a clip.", Charged = true };

    public override async Task<ClipOutput> RunAsync(FlowContext context, ClipInput input)
    {
        await context.CallActivityAsync(ClipStep.Ref, "prepare:" + input.Clip);
        ResumeDecision? decision = null;
        SubmitReceipt receipt;
        while ((receipt = await context.CallActivityAsync(PayClip.Ref, new SubmitInput<string>("S1_PAY", input.Clip) { Decision = decision })).JobId is null)
            decision = await context.EndAsync(new FlowEnd(FlowOutcome.NeedsAttention, receipt.Attention!) { Step = "S1_PAY" });
        if (input.Seconds > 0) await context.CreateTimer(TimeSpan.FromSeconds(input.Seconds));
        await context.CallActivityAsync(ClipStep.Ref, "finish:" + input.Clip);
        return new ClipOutput(receipt.JobId);
    }
}
