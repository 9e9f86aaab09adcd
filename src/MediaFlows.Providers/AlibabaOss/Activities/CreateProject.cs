using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Creates an IMM project (CreateProject). Null when the name is taken by somebody else; the project of an earlier try of this instance whose answer was lost is found again.</summary>
public sealed class CreateProject(ImmClient imm) : Activity<BindingInput, FoundProject>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<BindingInput, FoundProject> Ref = new("oss.create-project");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<FoundProject> RunAsync(ActivityContext context, BindingInput input, CancellationToken cancellationToken) =>
        new(await imm.CreateProjectAsync(input.Place, input.Project!, context.InstanceId, cancellationToken) ? input.Project : null);
}
