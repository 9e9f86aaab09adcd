using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using Trace = System.Diagnostics.Activity;

namespace MediaFlows.Testing.Contracts;

/// <summary>Input of a step.</summary>
public sealed record StepInput(string Step)
{
    [Sensitive]
    public string? Secret { get; init; }
}

/// <summary>Output of a step.</summary>
public sealed record StepOutput(string Done, int Attempt)
{
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? Url { get; init; }

    [Sensitive]
    public string? Token { get; init; }
}

/// <summary>Does what the script says.</summary>
public sealed class StepActivity(ContractScript script) : Activity<StepInput, StepOutput>
{
    public static readonly ActivityRef<StepInput, StepOutput> Ref = new("contract.step");

    public override string Name => Ref.Name;

    public override Task<StepOutput> RunAsync(ActivityContext context, StepInput input, CancellationToken cancellationToken)
    {
        script.Secrets.Enqueue(input.Secret);
        script.Traces.Enqueue((context.TraceParent, context.TraceState, Trace.Current?.TraceId.ToHexString(), Trace.Current?.TraceStateString));
        try
        {
            script.Run(input.Step);
        }
        catch (Exception e)
        {
            return Task.FromException<StepOutput>(e);
        }

        return Task.FromResult(new StepOutput(input.Step, context.Attempt)
        {
            Url = input.Secret is null ? null : "https://media.example/a?Signature=CANARY-SIGNATURE",
            Token = input.Secret is null ? null : "CANARY-TOKEN",
        });
    }
}
