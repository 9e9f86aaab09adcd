using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Makes an object of the parts. May be repeated while the gateway knows the upload; after that it answers 404.</summary>
public sealed class MergeParts(UploadGatewayClient gateway) : Activity<MergePartsRequest, Unit>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<MergePartsRequest, Unit> Ref = new("byteplus.merge-parts");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Unit> RunAsync(ActivityContext context, MergePartsRequest input, CancellationToken cancellationToken)
    {
        await gateway.MergeAsync(input.Target, input.UploadId, input.Crcs, input.ContentType, cancellationToken);
        return Unit.Value;
    }
}
