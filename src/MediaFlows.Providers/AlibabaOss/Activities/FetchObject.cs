using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>Reads an object, or its processed form, straight into media storage or a file. A whole object is checked against its CRC-64 before it appears.</summary>
public sealed class FetchObject(ObjectClient objects, IMediaWriter media) : Activity<FetchInput, Fetched>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<FetchInput, Fetched> Ref = new("oss.fetch-object");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Fetched> RunAsync(ActivityContext context, FetchInput input, CancellationToken cancellationToken)
    {
        MediaWritten? written = null;
        var requestId = await objects.GetAsync(
            input.Place, input.Key, input.Process, async (stream, type) => written = await media.WriteAsync(input.Target, stream, type, cancellationToken), cancellationToken);
        return new Fetched(written!.Length, requestId, written.Sha256);
    }
}
