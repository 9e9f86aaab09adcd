using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;

namespace MediaFlows.Engine.Tests.Scripted;

/// <summary>An activity whose work a test writes in place.</summary>
internal sealed class ScriptedActivity(Func<ActivityContext, string, CancellationToken, Task<string>> run) : Activity<string, string>
{
    public static readonly ActivityRef<string, string> Ref = new("test.act");

    public override string Name => Ref.Name;

    public override Task<string> RunAsync(ActivityContext context, string input, CancellationToken cancellationToken) => run(context, input, cancellationToken);
}
