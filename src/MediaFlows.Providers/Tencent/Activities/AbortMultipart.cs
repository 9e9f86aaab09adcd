using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Api.Cos;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Gives up a multipart upload, so that its parts are not stored and billed on.</summary>
public sealed class AbortMultipart(CosClient cos) : Activity<MultipartParts, Unit>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<MultipartParts, Unit> Ref = new("tencent.abort-multipart");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Unit> RunAsync(ActivityContext context, MultipartParts input, CancellationToken cancellationToken)
    {
        await cos.AbortAsync(input.Target, input.UploadId, cancellationToken);
        return Unit.Value;
    }
}
