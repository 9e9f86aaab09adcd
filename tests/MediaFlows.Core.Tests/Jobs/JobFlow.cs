using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs;
using MediaFlows.Core.Jobs.Flows;
using MediaFlows.Core.Submissions;
using MediaFlows.Core.Tests.Submissions;

namespace MediaFlows.Core.Tests.Jobs;

/// <summary>The smallest paid flow.</summary>
internal sealed class JobFlow : Flow<JobFlowInput, JobFlowOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "fake.job", Description = "A job.", Charged = true };

    public override async Task<JobFlowOutput> RunAsync(FlowContext context, JobFlowInput input)
    {
        var job = await context.RunJobAsync(new ProviderJob<FakeRequest>
        {
            Step = "S1_SUBMIT",
            Submit = FakeSubmit.Ref,
            Request = new FakeRequest(input.What),
            Poll = FakePoll.Ref,
            Target = id => context.Serializer.ToElement(id),
            Interval = TimeSpan.FromSeconds(5),
            MaxAttempts = input.MaxAttempts,
            DurationKey = "fake",
            Cancel = FakeCancel.Ref,
            TimedOut = (id, _) => new FlowError(ErrorCodes.PollTimedOut, "Still running.") { Document = new JsonObject { ["job"] = id } },
        });
        return new JobFlowOutput(job.JobId, job.Answer!.Result!.GetValue<string>());
    }
}
