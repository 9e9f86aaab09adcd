using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Sends one part (UploadPart), checksum compared. Each part is a step of its own: one that was recorded is not sent again.</summary>
public sealed class SendPart(MultipartClient parts, IMediaReader media) : Activity<SendInput, PartReceipt>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SendInput, PartReceipt> Ref = new("oss.send-part");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override Task<PartReceipt> RunAsync(ActivityContext context, SendInput input, CancellationToken cancellationToken) => parts.SendAsync(
        input.Place, input.Key, input.UploadId!, input.Number, token => media.OpenAsync(input.Source, input.Offset, input.Length, input.Version, token), input.Length, cancellationToken);
}
