using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;

namespace MediaFlows.Core.Tests.Limits;

internal sealed class BusyPoll(PollServices services, BusyCloud cloud) : PollActivity<string>(services)
{
    public static readonly ActivityRef<PollRequest, PollAnswer> Ref = new("busy.poll");

    public override string Name => Ref.Name;

    protected override Task<PollAnswer> AskAsync(string target, ActivityContext context, CancellationToken cancellationToken) =>
        Task.FromResult(cloud.IsDone(target) ? new PollAnswer(PollState.Done) { Result = "ready" } : new PollAnswer(PollState.Pending));
}
