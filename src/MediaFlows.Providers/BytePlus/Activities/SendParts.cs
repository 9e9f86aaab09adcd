using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>
/// Sends parts of a file: one checkpoint. Repeating it replaces the same parts; of several parts those that arrived before are not sent
/// again.
/// </summary>
public sealed class SendParts(UploadGatewayClient gateway, IMediaReader media) : Activity<SendPartsRequest, SentParts>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SendPartsRequest, SentParts> Ref = new("byteplus.send-parts");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<SentParts> RunAsync(ActivityContext context, SendPartsRequest input, CancellationToken cancellationToken)
    {
        var arrived = input.Parts.Count > 1 ? await ArrivedAsync(input, cancellationToken) : null;
        var crcs = new List<string>(input.Parts.Count);
        string? contentType = null;
        foreach (var part in input.Parts)
        {
            var range = await SendableRange.PrepareAsync(media, input.Source, input.Version, part.Offset, part.Length, cancellationToken);
            crcs.Add(range.Crc);
            if (part.Number > 1 && arrived?.GetValueOrDefault(part.Number) == range.Crc) continue;
            var recognized = await gateway.PutPartAsync(input.Target, input.UploadId, part.Number, range, cancellationToken);
            if (part.Number == 1) contentType = recognized;
        }

        return new SentParts(crcs, contentType);
    }

    private async Task<IReadOnlyDictionary<int, string>?> ArrivedAsync(SendPartsRequest input, CancellationToken cancellationToken)
    {
        try
        {
            return await gateway.ListPartsAsync(input.Target, input.UploadId, cancellationToken);
        }
        catch (FlowException)
        {
            return null; // Only saves work: without the listing all parts are sent, and what is really wrong shows there.
        }
    }
}
