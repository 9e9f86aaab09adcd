using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Gives up an upload in parts (AbortMultipartUpload), so that its parts cost nothing.</summary>
public sealed class AbortParts(MultipartClient parts) : Activity<CompletePartsInput, Unit>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<CompletePartsInput, Unit> Ref = new("oss.abort-parts");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Unit> RunAsync(ActivityContext context, CompletePartsInput input, CancellationToken cancellationToken)
    {
        await parts.AbortAsync(input.Place, input.Key, input.UploadId, cancellationToken);
        return Unit.Value;
    }
}
