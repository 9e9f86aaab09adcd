using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Callbacks;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs;
using MediaFlows.Core.Jobs.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Host.Tests.Sample;

public sealed record PaidRequest(string Text);

public sealed record PaidTarget(string JobId);

/// <summary>Pays for a job that is asked about once an hour, unless its provider calls back.</summary>
public sealed class PaidFlow : Flow<PaidRequest, EchoOutput>
{
    public override FlowInfo Info { get; } = new() { Name = "host.paid", Description = "Pays for a job.", Charged = true };

    public override async Task<EchoOutput> RunAsync(FlowContext context, PaidRequest input)
    {
        var result = await context.RunJobAsync(new ProviderJob<PaidRequest>
        {
            Step = "S1_PAY",
            Submit = PaySubmit.Ref,
            Request = input,
            Poll = PayPoll.Ref,
            Target = jobId => context.Serializer.ToElement(new PaidTarget(jobId)),
            Interval = TimeSpan.FromHours(1),
            MaxAttempts = 24,
            DurationKey = "host.paid",
        });
        return new EchoOutput((string)result.Answer!.Result!["text"]!);
    }
}

public sealed class PaySubmit(SubmissionServices services) : ChargedSubmitActivity<PaidRequest>(services)
{
    public static readonly ActivityRef<SubmitInput<PaidRequest>, SubmitReceipt> Ref = new("host.pay");

    public override string Name => Ref.Name;

    protected override string Provider => "host";

    protected override SubmitRecovery Recovery => SubmitRecovery.None;

    protected override string DurationKey(PaidRequest request) => "host.paid";

    protected override Task<Submitted> SubmitAsync(PaidRequest request, string clientToken, ActivityContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new Submitted("job-7"));
}

public sealed class PayPoll(PollServices services, RemoteJob job) : PollActivity<PaidTarget>(services)
{
    public static readonly ActivityRef<PollRequest, PollAnswer> Ref = new("host.poll");

    public override string Name => Ref.Name;

    protected override Task<PollAnswer> AskAsync(PaidTarget target, ActivityContext context, CancellationToken cancellationToken)
    {
        job.Asked();
        return Task.FromResult(new PollAnswer(job.IsDone ? PollState.Done : PollState.Pending) { Result = new JsonObject { ["text"] = target.JobId } });
    }
}

public sealed class PayCallback : IProviderCallback
{
    public string Provider => "host";

    public ValueTask<IReadOnlyList<string>> ReadAsync(CallbackMessage message, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>([Encoding.UTF8.GetString(message.Body.Span)]);
}
