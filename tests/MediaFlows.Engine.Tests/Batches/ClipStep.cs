using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;

namespace MediaFlows.Engine.Tests.Batches;

/// <summary>A free step.</summary>
public sealed class ClipStep(ClipCloud cloud) : Activity<string, string>
{
    public static readonly ActivityRef<string, string> Ref = new("clip.step");

    public override string Name => Ref.Name;

    public override Task<string> RunAsync(ActivityContext context, string input, CancellationToken cancellationToken)
    {
        cloud.Ran.Enqueue(input);
        return cloud.Failing.ContainsKey(input) ? Task.FromException<string>(new FlowException(ErrorCodes.ProviderRefused, $"{input} is refused.")) : Task.FromResult(input);
    }
}
