using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Begins an upload in parts. Repeating it leaves an empty upload behind, which the gateway forgets by itself.</summary>
public sealed class BeginParts(UploadGatewayClient gateway) : Activity<UploadTarget, BegunUpload>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<UploadTarget, BegunUpload> Ref = new("byteplus.begin-parts");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<BegunUpload> RunAsync(ActivityContext context, UploadTarget input, CancellationToken cancellationToken) =>
        new(await gateway.BeginAsync(input, cancellationToken));
}
