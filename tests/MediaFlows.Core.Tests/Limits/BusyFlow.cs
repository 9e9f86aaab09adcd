using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs;
using MediaFlows.Core.Jobs.Flows;
using MediaFlows.Core.Tests.Jobs;
using MediaFlows.Core.Tests.Submissions;

namespace MediaFlows.Core.Tests.Limits;

internal sealed class BusyFlow : Flow<JobFlowInput, JobFlowOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "busy.job", Description = "A job.", Charged = true };

    public override async Task<JobFlowOutput> RunAsync(FlowContext context, JobFlowInput input)
    {
        var job = await context.RunJobAsync(new ProviderJob<FakeRequest>
        {
            Step = "S1_SUBMIT",
            Submit = BusySubmit.Ref,
            Request = new FakeRequest(input.What),
            Poll = BusyPoll.Ref,
            Target = id => context.Serializer.ToElement(id),
            Interval = TimeSpan.FromSeconds(5),
            MaxAttempts = input.MaxAttempts,
            DurationKey = "busy",
        });
        return new JobFlowOutput(job.JobId, job.Answer!.Result!.GetValue<string>());
    }
}
