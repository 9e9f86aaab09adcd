using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.Tencent.Api.Cos;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Sends a whole object or one part of it, streamed from the source. Repeating it writes the same bytes to the same place.</summary>
public sealed class PutBytes(CosClient cos, IMediaReader media) : Activity<ObjectBytes, CosPart>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<ObjectBytes, CosPart> Ref = new("tencent.put-bytes");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<CosPart> RunAsync(ActivityContext context, ObjectBytes input, CancellationToken cancellationToken)
    {
        await using var content = await media.OpenAsync(input.Source, input.Offset, input.Length, input.Version, cancellationToken);
        if (input.UploadId is not null)
            return await cos.PutPartAsync(input.Target, input.UploadId, input.Number, content, input.Length, Report, cancellationToken);
        return new CosPart(0, await cos.PutAsync(input.Target, content, input.Length, null, Report, cancellationToken));

        void Report(long sent) => context.Report(new FlowProgress { BytesSent = input.Offset + sent });
    }
}
