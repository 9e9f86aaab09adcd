using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;

namespace MediaFlows.Testing.Contracts;

/// <summary>Asks for a job of 30 s.</summary>
public sealed class LimitedPoll(PollServices services, ContractScript script, TimeProvider time) : PollActivity<string>(services)
{
    public static readonly ActivityRef<PollRequest, PollAnswer> Ref = new("limited.poll");

    public override string Name => Ref.Name;

    protected override Task<PollAnswer> AskAsync(string target, ActivityContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new PollAnswer(script.JobEnds[target] <= time.GetUtcNow() ? PollState.Done : PollState.Pending));
}
