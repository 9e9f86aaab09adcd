using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;

namespace MediaFlows.Core.Tests.Jobs;

/// <summary>Answers from a script; the last answer repeats.</summary>
internal sealed class FakePoll(PollServices services, TimeProvider time) : PollActivity<string>(services)
{
    public static readonly ActivityRef<PollRequest, PollAnswer> Ref = new("fake.poll");

    public static Func<int, PollAnswer> Script { get; set; } = _ => new PollAnswer(PollState.Done);

    public static List<(string Job, DateTimeOffset At)> Asked { get; } = [];

    public override string Name => Ref.Name;

    protected override Task<PollAnswer> AskAsync(string target, ActivityContext context, CancellationToken cancellationToken)
    {
        Asked.Add((target, time.GetUtcNow()));
        return Task.FromResult(Script(Asked.Count));
    }
}
