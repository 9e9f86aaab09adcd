using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;

namespace MediaFlows.Core.Tests.Webhooks;

/// <summary>Ends as its input says.</summary>
public sealed class EndingFlow : Flow<EndingInput, EndingInput>
{
    public override FlowInfo Info { get; } = new() { Name = "test.ending", Description = "Ends as it is told." };

    public override async Task<EndingInput> RunAsync(FlowContext context, EndingInput input)
    {
        foreach (var end in input.Ends)
        {
            if (end == "wait") await context.WaitForExternalEvent<string>("go");
            else if (end == "failed") throw new FlowException(ErrorCodes.JobFailed, "It failed.");
            else await context.EndAsync(new FlowEnd(Enum.Parse<FlowOutcome>(end, ignoreCase: true), new FlowError(ErrorCodes.PollTimedOut, "Not yet.")));
        }

        return input;
    }
}
