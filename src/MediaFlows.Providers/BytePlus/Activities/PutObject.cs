using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Sends a small file in one request. Repeating it replaces the same object.</summary>
public sealed class PutObject(UploadGatewayClient gateway, IMediaReader media) : Activity<PutObjectRequest, Unit>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<PutObjectRequest, Unit> Ref = new("byteplus.put-object");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Unit> RunAsync(ActivityContext context, PutObjectRequest input, CancellationToken cancellationToken)
    {
        var range = await SendableRange.PrepareAsync(media, input.Source, input.Version, 0, input.Length, cancellationToken);
        await gateway.PutObjectAsync(input.Target, range, cancellationToken);
        return Unit.Value;
    }
}
