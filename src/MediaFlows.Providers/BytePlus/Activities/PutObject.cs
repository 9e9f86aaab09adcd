using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Input of <see cref="PutObject"/>.</summary>
/// <param name="Target">Where it goes.</param>
/// <param name="Source">The file.</param>
/// <param name="Version">The version that was prepared; another one is refused.</param>
/// <param name="Length">Its bytes, below 20 MiB.</param>
public sealed record PutObjectRequest(UploadTarget Target, MediaSource Source, string? Version, long Length);

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
