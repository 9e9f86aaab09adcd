using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>The project that a bucket is bound to (GetOSSBucketAttachment).</summary>
public sealed class FindBinding(ImmClient imm) : Activity<BindingInput, FoundProject>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<BindingInput, FoundProject> Ref = new("oss.find-binding");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<FoundProject> RunAsync(ActivityContext context, BindingInput input, CancellationToken cancellationToken) =>
        new(await imm.FindProjectAsync(input.Place, cancellationToken));
}
