using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Binds the bucket to a project (AttachOSSBucket); one that is bound already is no error. Returns the project it is bound to.</summary>
public sealed class AttachBucket(ImmClient imm) : Activity<BindingInput, FoundProject>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<BindingInput, FoundProject> Ref = new("oss.attach-bucket");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<FoundProject> RunAsync(ActivityContext context, BindingInput input, CancellationToken cancellationToken)
    {
        await imm.AttachAsync(input.Place, input.Project!, cancellationToken);
        return new FoundProject(await imm.FindProjectAsync(input.Place, cancellationToken) ?? input.Project);
    }
}
