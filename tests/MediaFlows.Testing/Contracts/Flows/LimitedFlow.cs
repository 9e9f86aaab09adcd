using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs;
using MediaFlows.Core.Jobs.Flows;

namespace MediaFlows.Testing.Contracts;

/// <summary>One job at the limited provider.</summary>
public sealed class LimitedFlow : Flow<ContractInput, ContractOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "limited.job", Description = "A job at a limited provider.", Charged = true };

    public override async Task<ContractOutput> RunAsync(FlowContext context, ContractInput input)
    {
        var job = await context.RunJobAsync(new ProviderJob<PaidRequest>
        {
            Step = "S1_SUBMIT",
            Submit = LimitedSubmit.Ref,
            Request = new PaidRequest(input.Steps[0]),
            Poll = LimitedPoll.Ref,
            Target = id => context.Serializer.ToElement(id),
            Interval = TimeSpan.FromSeconds(5),
            MaxAttempts = 100,
            DurationKey = "limited",
        });
        return new ContractOutput([job.JobId]);
    }
}
