using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Api.Cos;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Puts the parts together. When the upload is gone because an earlier try did it, the object's length tells.</summary>
public sealed class CompleteMultipart(CosClient cos) : Activity<MultipartParts, Unit>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<MultipartParts, Unit> Ref = new("tencent.complete-multipart");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Unit> RunAsync(ActivityContext context, MultipartParts input, CancellationToken cancellationToken)
    {
        try
        {
            await cos.CompleteAsync(input.Target, input.UploadId, input.Parts, cancellationToken);
        }
        catch (FlowException e) when (e.Error.ProviderCode == CosFailures.NoSuchUpload)
        {
            if (await cos.LengthAsync(input.Target, cancellationToken) != input.Length) throw;
        }

        return Unit.Value;
    }
}
