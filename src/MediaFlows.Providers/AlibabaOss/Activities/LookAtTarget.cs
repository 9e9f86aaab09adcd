using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>
/// Looks at the target key before a job is submitted (HeadObject). If the submit's answer is lost, an object that differs from this is the job's result;
/// the comparison is by the service's own clock and checksum, so that an older object at the key is never taken for it.
/// </summary>
public sealed class LookAtTarget(ObjectClient objects) : Activity<KeyInput, TargetState>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<KeyInput, TargetState> Ref = new("oss.look-at-target");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<TargetState> RunAsync(ActivityContext context, KeyInput input, CancellationToken cancellationToken) =>
        new(await objects.FindAsync(input.Place, input.Key, cancellationToken));
}
